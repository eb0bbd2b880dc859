namespace CognitoIdentity.Tests.Operations;

public sealed class UnlinkDeveloperIdentityTests()
    : VoidOperationTests<UnlinkDeveloperIdentityRequest, UnlinkDeveloperIdentityResponse>(
        (client, request) => client.UnlinkDeveloperIdentityAsync(request))
{
    protected override UnlinkDeveloperIdentityRequest Request => new()
    {
        DeveloperProviderName = "login.mycompany.myapp",
        DeveloperUserIdentifier = "user-1",
        IdentityId = Example.IdentityId,
        IdentityPoolId = Example.PoolId,
    };
}
