namespace CognitoIdentity.Tests.Operations;

public sealed class GetPrincipalTagAttributeMapTests()
    : OutputOperationTests<GetPrincipalTagAttributeMapRequest, GetPrincipalTagAttributeMapResponse>(
        (client, request) => client.GetPrincipalTagAttributeMapAsync(request))
{
    protected override GetPrincipalTagAttributeMapRequest Request => new()
    {
        IdentityPoolId = Example.PoolId,
        IdentityProviderName = "accounts.google.com",
    };

    protected override void AssertResponse(GetPrincipalTagAttributeMapResponse response)
    {
        Assert.Equal(Example.PoolId, response.IdentityPoolId);
        Assert.Equal("accounts.google.com", response.IdentityProviderName);
        Assert.Equal(new Dictionary<string, string> { ["user"] = "sub", ["mail"] = "email" }, response.PrincipalTags);
        Assert.True(response.UseDefaults);
    }
}
