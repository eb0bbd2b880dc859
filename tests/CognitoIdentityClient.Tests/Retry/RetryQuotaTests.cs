using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>docs/guides/retries.md, "What is retried": the quota, where the conformance sequences say nothing.</summary>
public sealed class RetryQuotaTests
{
    private static readonly Step ServerError = CannedResponse.Body("", 500);

    // 500 tokens at 14 for each retry: 35 retries, of whichever calls.
    [Fact]
    public async Task Quota_is_shared_by_all_calls_of_a_client_and_then_nothing_is_retried()
    {
        using var harness = new RetryHarness([ServerError]);
        var retries = 0;
        for (var call = 0; call < 30; call++)
        {
            retries += (await harness.GetIdErrorAsync()).RetryAttempts;
            var error = await TestClient.FailureAsync<CognitoIdentityException>(
                harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest));
            retries += error.RetryAttempts;
        }

        Assert.Equal(35, retries);
        Assert.Equal(60 + 35, harness.Handler.Requests.Count);
        var last = await harness.GetIdErrorAsync();
        Assert.Equal((500, 0), ((int)last.StatusCode!, last.RetryAttempts));
    }

    // 100 retries of throttled requests, at 5 tokens each.
    [Fact]
    public async Task Quota_pays_for_more_retries_of_throttled_requests()
    {
        using var harness = new RetryHarness([CannedResponse.Error("TooManyRequestsException")]);
        var retries = 0;
        for (var call = 0; call < 60; call++)
        {
            retries += (await harness.GetIdErrorAsync()).RetryAttempts;
        }

        Assert.Equal(100, retries);
    }

    [Fact]
    public async Task Quota_of_one_client_is_nothing_to_another()
    {
        using var exhausted = new RetryHarness([ServerError]);
        for (var call = 0; call < 20; call++)
        {
            await exhausted.GetIdErrorAsync();
        }

        using var other = TestClient.Create(exhausted.Handler, options => options.TimeProvider = exhausted.Clock);

        Assert.Equal(0, (await exhausted.GetIdErrorAsync()).RetryAttempts);
        Assert.Equal(2, (await TestClient.FailureAsync<CognitoIdentityException>(other.GetIdAsync(TestClient.GetIdRequest))).RetryAttempts);
    }

    [Fact]
    public async Task Success_without_a_retry_gives_one_token_back_and_never_more_than_there_were()
    {
        using var harness = new RetryHarness([CannedResponse.Ok], tokens: 498);
        var tokens = new List<int>();
        for (var call = 0; call < 4; call++)
        {
            await harness.GetIdAsync();
            tokens.Add(harness.Quota.Tokens);
        }

        Assert.Equal([499, 500, 500, 500], tokens);
    }

    [Fact]
    public async Task Failure_that_is_not_retried_costs_nothing_and_gives_nothing_back()
    {
        using var harness = new RetryHarness([CannedResponse.Error("NotAuthorizedException")], tokens: 100);

        await harness.GetIdErrorAsync();

        Assert.Equal(100, harness.Quota.Tokens);
    }

    // Waits of 50 and 100 ms and 14 tokens each, as after a server error.
    [Fact]
    public async Task Success_that_cannot_be_read_costs_and_waits_like_a_transient_failure()
    {
        using var harness = new RetryHarness([CannedResponse.Body("<html>")]);

        await TestClient.FailureAsync<InvalidResponseException>(harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal([0.05, 0.1], harness.Waits);
        Assert.Equal(500 - (2 * 14), harness.Quota.Tokens);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public async Task Call_that_its_caller_cancels_costs_nothing(int maxAttempts)
    {
        using var cancellation = new CancellationTokenSource();
        using var harness = new RetryHarness(
            [
                (request, token) =>
                {
                    cancellation.Cancel();
                    return CannedResponse.Lost(request, token);
                },
            ],
            options => options.MaxAttempts = maxAttempts);

        await TestClient.FailureAsync<OperationCanceledException>(harness.GetIdAsync(cancellation.Token));

        Assert.Equal(500, harness.Quota.Tokens);
    }

    [Fact]
    public async Task Calls_in_parallel_take_no_more_than_there_is()
    {
        using var harness = new RetryHarness([async (request, token) =>
        {
            await Task.Yield();
            return await ServerError(request, token);
        }]);

        var errors = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(harness.GetIdErrorAsync)));

        Assert.Equal(35, errors.Sum(error => error.RetryAttempts));
        Assert.Equal(500 - (35 * 14), harness.Quota.Tokens);
    }
}
