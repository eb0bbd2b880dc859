using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

public sealed class RetryTests
{
    private static readonly Dictionary<string, Step> Failures = new()
    {
        ["throttling"] = Answer.Error("TooManyRequestsException"),
        ["429"] = Answer.Body("", 429),
        ["500"] = Answer.Error("InternalErrorException", 500),
        ["502"] = Answer.Body("<html>", 502),
        ["503"] = Answer.Error("ServiceUnavailable", 503),
        ["504"] = Answer.Body("", 504),
        ["lost"] = Answer.Lost,
        ["not connected"] = Answer.NotConnected,
        ["lost in the body"] = Answer.Content(() => new StreamContent(new LostStream())),
    };

    public static TheoryData<string> FailureNames => [.. Failures.Keys];

    [Theory]
    [MemberData(nameof(FailureNames))]
    public async Task Failure_that_may_pass_is_retried_with_the_same_body_and_the_result_says_how_often(string failure)
    {
        using var handler = new ScriptedHandler(Failures[failure], Failures[failure], Answer.Ok);
        using var client = TestClient.Create(handler);

        var response = await client.GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(2, response.ResponseMetadata.RetryAttempts);
        Assert.Equal(3, handler.Requests.Count);
        Assert.All(handler.Requests, request => Assert.Equal(handler.Requests[0].Text, request.Text));
    }

    [Theory]
    [MemberData(nameof(FailureNames))]
    public async Task Failure_that_stays_is_given_after_the_last_attempt_and_says_how_many_there_were(string failure)
    {
        using var handler = new ScriptedHandler(Failures[failure]);
        using var client = TestClient.Create(handler, options => options.MaxAttempts = 4);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(3, error.RetryAttempts);
        Assert.Equal(4, handler.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(FailureNames))]
    public async Task Failure_with_one_attempt_allowed_is_not_retried(string failure)
    {
        using var handler = new ScriptedHandler(Failures[failure]);
        using var client = TestClient.Create(handler, options => options.MaxAttempts = 1);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(0, error.RetryAttempts);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Error_given_at_last_is_that_of_the_last_attempt()
    {
        using var handler = new ScriptedHandler(Answer.Lost, Answer.Body("", 500), Answer.Error("ResourceNotFoundException"));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<ResourceNotFoundException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(2, error.RetryAttempts);
    }

    // CreateIdentityPool carried out twice makes two pools (behaviour.md, section 4).
    [Theory]
    [InlineData("throttling", 3)]
    [InlineData("500", 3)]
    [InlineData("not connected", 3)]
    [InlineData("lost", 1)]
    [InlineData("lost in the body", 1)]
    public async Task CreateIdentityPool_is_retried_only_where_the_first_request_cannot_have_been_carried_out(string failure, int attempts)
    {
        using var handler = new ScriptedHandler(Failures[failure]);
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal(attempts, handler.Requests.Count);
        Assert.Equal(attempts - 1, error.RetryAttempts);
    }

    [Fact]
    public async Task CreateIdentityPool_whose_attempt_timed_out_is_not_retried()
    {
        var clock = new ManualTimeProvider();
        using var handler = new ScriptedHandler((request, token) =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return Answer.Never(request, token);
        });
        using var client = TestClient.Create(handler, options => options.TimeProvider = clock);

        await TestClient.FailureAsync<CognitoIdentityTimeoutException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Single(handler.Requests);
    }

    // behaviour.md, section 1: an unreadable 200 is an error, and is retried only for operations that read.
    [Theory]
    [InlineData("ListIdentityPools", 3)]
    [InlineData("DescribeIdentityPool", 3)]
    [InlineData("GetId", 1)]
    [InlineData("CreateIdentityPool", 1)]
    [InlineData("MergeDeveloperIdentities", 1)]
    public async Task Unreadable_success_is_retried_only_for_operations_that_read(string operation, int attempts)
    {
        using var handler = new ScriptedHandler(Answer.Body("<html>Welcome to the hotel's network</html>"));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<InvalidResponseException>(Calls.ByName[operation](client, default));

        Assert.Equal((attempts, attempts - 1), (handler.Requests.Count, error.RetryAttempts));
        Assert.Equal((200, Answer.RequestId, operation), ((int)error.StatusCode!, error.RequestId, error.OperationName));
    }

    // Full jitter: random[0,1) × base × 2^retry, with a base of 0.05 s, and of 1 s after throttling.
    [Theory]
    [InlineData("500", 0.05)]
    [InlineData("lost", 0.05)]
    [InlineData("throttling", 1.0)]
    public async Task Waits_before_retries_are_spread_from_zero_to_a_bound_that_doubles(string failure, double firstBound)
    {
        const int Calls = 100;
        var clock = new ManualTimeProvider();
        var sent = new List<DateTimeOffset>();
        using var handler = new ScriptedHandler((request, token) =>
        {
            sent.Add(clock.GetUtcNow());
            return Failures[failure](request, token);
        });
        using var client = TestClient.Create(handler, options => options.TimeProvider = clock);

        for (var call = 0; call < Calls; call++)
        {
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

    private sealed class LostStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new HttpIOException(HttpRequestError.ResponseEnded));
    }
}
