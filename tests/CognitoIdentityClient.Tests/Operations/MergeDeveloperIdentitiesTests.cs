namespace CognitoIdentity.Tests.Operations;

public sealed class MergeDeveloperIdentitiesTests()
    : OutputOperationTests<MergeDeveloperIdentitiesRequest, MergeDeveloperIdentitiesResponse>(
        (client, request) => client.MergeDeveloperIdentitiesAsync(request))
{
    protected override MergeDeveloperIdentitiesRequest Request => new()
    {
        DestinationUserIdentifier = "user-1",
        DeveloperProviderName = "login.mycompany.myapp",
        IdentityPoolId = Example.PoolId,
        SourceUserIdentifier = "user-2",
    };

    protected override IReadOnlyList<string> NeededMembers => ["IdentityId"];

    protected override void AssertResponse(MergeDeveloperIdentitiesResponse response) =>
        Assert.Equal(Example.IdentityId, response.IdentityId);
}
