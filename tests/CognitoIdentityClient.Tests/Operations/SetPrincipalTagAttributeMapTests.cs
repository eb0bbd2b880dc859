namespace CognitoIdentity.Tests.Operations;

public sealed class SetPrincipalTagAttributeMapTests()
    : OutputOperationTests<SetPrincipalTagAttributeMapRequest, SetPrincipalTagAttributeMapResponse>(
        (client, request) => client.SetPrincipalTagAttributeMapAsync(request))
{
    private static readonly Dictionary<string, string> Tags = new() { ["user"] = "sub", ["mail"] = "email" };

    protected override SetPrincipalTagAttributeMapRequest Request => new()
    {
        IdentityPoolId = Example.PoolId,
        IdentityProviderName = "accounts.google.com",
        PrincipalTags = Tags,
        UseDefaults = true,
    };

    [Fact]
    public Task Request_with_required_members_alone_leaves_out_the_others() => AssertSendsAsync(
        new() { IdentityPoolId = Example.PoolId, IdentityProviderName = "accounts.google.com" },
        $$"""{ "IdentityPoolId": "{{Example.PoolId}}", "IdentityProviderName": "accounts.google.com" }""");

    protected override void AssertResponse(SetPrincipalTagAttributeMapResponse response)
    {
        Assert.Equal(Example.PoolId, response.IdentityPoolId);
        Assert.Equal("accounts.google.com", response.IdentityProviderName);
        Assert.Equal(Tags, response.PrincipalTags);
        Assert.True(response.UseDefaults);
    }
}
