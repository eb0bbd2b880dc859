namespace CognitoIdentity.Tests.Operations;

public sealed class LookupDeveloperIdentityTests()
    : OutputOperationTests<LookupDeveloperIdentityRequest, LookupDeveloperIdentityResponse>(
        (client, request) => client.LookupDeveloperIdentityAsync(request))
{
    protected override LookupDeveloperIdentityRequest Request => new()
    {
        DeveloperUserIdentifier = "user-1",
        IdentityId = Example.IdentityId,
        IdentityPoolId = Example.PoolId,
        MaxResults = 10,
        NextToken = Example.NextToken,
    };

    // The service wants one of IdentityId and DeveloperUserIdentifier.
    [Fact]
    public Task Request_with_the_least_members_leaves_out_the_others() => AssertSendsAsync(
        new() { IdentityId = Example.IdentityId, IdentityPoolId = Example.PoolId },
        $$"""{ "IdentityId": "{{Example.IdentityId}}", "IdentityPoolId": "{{Example.PoolId}}" }""");

    protected override void AssertResponse(LookupDeveloperIdentityResponse response)
    {
        Assert.Equal(["user-1", "user-2"], response.DeveloperUserIdentifierList);
        Assert.Equal(Example.IdentityId, response.IdentityId);
        Assert.Equal(Example.NextToken, response.NextToken);
    }
}
