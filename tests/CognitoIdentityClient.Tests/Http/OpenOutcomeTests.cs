using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>
/// After some failures it is unknown whether the service has carried out the request. Not every operation may then be repeated.
/// </summary>
public sealed class OpenOutcomeTests
{
    // CreateIdentityPool carried out twice makes two pools.
    [Theory]
    [InlineData("throttling", 3)]
    [InlineData("500", 3)]
    [InlineData("not connected", 3)]
    [InlineData("not resolved", 3)]
    [InlineData("no TLS", 3)]
    [InlineData("lost", 1)]
    [InlineData("lost in the body", 1)]
    public async Task CreateIdentityPool_is_retried_only_where_the_first_request_cannot_have_been_carried_out(string failure, int attempts)
    {
        using var handler = new ScriptedHandler(PassingFailures.ByName[failure]);
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal(attempts, handler.Requests.Count);
        Assert.Equal(attempts - 1, error.RetryAttempts);
    }

    [Fact]
    public async Task CreateIdentityPool_whose_attempt_timed_out_is_not_retried()
    {
        var clock = new VirtualTime();
        using var handler = new ScriptedHandler((request, token) =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return CannedResponse.Never(request, token);
        });
        using var client = TestClient.Create(handler, options => options.TimeProvider = clock);

        await TestClient.FailureAsync<CognitoIdentityTimeoutException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("ListIdentityPools", 3)]
    [InlineData("DescribeIdentityPool", 3)]
    [InlineData("GetId", 1)]
    [InlineData("CreateIdentityPool", 1)]
    [InlineData("MergeDeveloperIdentities", 1)]
    public async Task Unreadable_success_is_retried_only_for_operations_that_read(string operation, int attempts)
    {
        using var handler = new ScriptedHandler(CannedResponse.Body("<html>Welcome to the hotel's network</html>"));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<InvalidResponseException>(Calls.ByName[operation](client, default));

        Assert.Equal((attempts, attempts - 1), (handler.Requests.Count, error.RetryAttempts));
        Assert.Equal((200, CannedResponse.RequestId, operation), ((int)error.StatusCode!, error.RequestId, error.OperationName));
    }
}
