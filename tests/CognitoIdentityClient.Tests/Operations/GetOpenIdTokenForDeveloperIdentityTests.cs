namespace CognitoIdentity.Tests.Operations;

public sealed class GetOpenIdTokenForDeveloperIdentityTests()
    : OutputOperationTests<GetOpenIdTokenForDeveloperIdentityRequest, GetOpenIdTokenForDeveloperIdentityResponse>(
        (client, request) => client.GetOpenIdTokenForDeveloperIdentityAsync(request))
{
    private static readonly Dictionary<string, string> Logins = new() { ["login.mycompany.myapp"] = "user-1" };

    protected override GetOpenIdTokenForDeveloperIdentityRequest Request => new()
    {
        IdentityId = Example.IdentityId,
        IdentityPoolId = Example.PoolId,
        Logins = Logins,
        PrincipalTags = new Dictionary<string, string> { ["department"] = "engineering" },
        TokenDuration = 86400,
    };

    protected override IReadOnlyList<string> NeededMembers => ["Token"];

    [Fact]
    public Task Request_with_required_members_alone_leaves_out_the_others() => AssertSendsAsync(
        new() { IdentityPoolId = Example.PoolId, Logins = Logins },
        $$"""{ "IdentityPoolId": "{{Example.PoolId}}", "Logins": { "login.mycompany.myapp": "user-1" } }""");

    protected override void AssertResponse(GetOpenIdTokenForDeveloperIdentityResponse response)
    {
        Assert.Equal(Example.IdentityId, response.IdentityId);
        Assert.Equal("open-id-token", response.Token);
    }
}
