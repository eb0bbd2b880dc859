using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

public sealed class RetryTests
{
    [Theory]
    [MemberData(nameof(PassingFailures.Names), MemberType = typeof(PassingFailures))]
    public async Task Failure_that_may_pass_is_retried_with_the_same_body_and_the_result_says_how_often(string failure)
    {
        var failing = PassingFailures.ByName[failure];
        using var handler = new ScriptedHandler(failing, failing, CannedResponse.Ok);
        using var client = TestClient.Create(handler);

        var response = await client.GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(2, response.ResponseMetadata.RetryAttempts);
        Assert.Equal(3, handler.Requests.Count);
        Assert.All(handler.Requests, request => Assert.Equal(handler.Requests[0].Text, request.Text));
    }

    [Theory]
    [MemberData(nameof(PassingFailures.Names), MemberType = typeof(PassingFailures))]
    public async Task Failure_that_stays_is_given_after_the_last_attempt_and_says_how_many_there_were(string failure)
    {
        using var handler = new ScriptedHandler(PassingFailures.ByName[failure]);
        using var client = TestClient.Create(handler, options => options.MaxAttempts = 4);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(3, error.RetryAttempts);
        Assert.Equal(4, handler.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(PassingFailures.Names), MemberType = typeof(PassingFailures))]
    public async Task Failure_with_one_attempt_allowed_is_not_retried(string failure)
    {
        using var handler = new ScriptedHandler(PassingFailures.ByName[failure]);
        using var client = TestClient.Create(handler, options => options.MaxAttempts = 1);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(0, error.RetryAttempts);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Error_given_at_last_is_that_of_the_last_attempt()
    {
        using var handler =
            new ScriptedHandler(CannedResponse.Lost, CannedResponse.Body("", 500), CannedResponse.Error("ResourceNotFoundException"));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<ResourceNotFoundException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(2, error.RetryAttempts);
    }

    // Full jitter: random[0,1) × base × 2^retry, with a base of 0.05 s, and of 1 s after throttling.
    [Theory]
    [InlineData("500", 0.05)]
    [InlineData("lost", 0.05)]
    [InlineData("throttling", 1.0)]
    public async Task Waits_before_retries_are_spread_from_zero_to_a_bound_that_doubles(string failure, double firstBound)
    {
        const int Calls = 100;
        var clock = new VirtualTime();
        var sent = new List<DateTimeOffset>();
        using var handler = new ScriptedHandler((request, token) =>
        {
            sent.Add(clock.GetUtcNow());
            return PassingFailures.ByName[failure](request, token);
        });
        for (var call = 0; call < Calls; call++)
        {
            // A client of its own, since one client has a quota of retries.
            using var client = TestClient.Create(handler, options => options.TimeProvider = clock);
            await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));
        }

        for (var retry = 0; retry < 2; retry++)
        {
            var waits = sent.Chunk(3).Select(attempts => (attempts[retry + 1] - attempts[retry]).TotalSeconds).ToArray();
            var bound = firstBound * Math.Pow(2, retry);
            Assert.Equal(Calls, waits.Length);
            Assert.InRange(waits.Max(), bound * 0.8, bound);
            Assert.InRange(waits.Min(), 0, bound * 0.2);
        }
    }
}
