using CognitoIdentity.Tests.Support;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.RateLimiting;
using Polly.Retry;

namespace CognitoIdentity.Tests.Retry;

/// <summary>docs/guides/retries.md, "How to change it": Polly strategies around whole calls.</summary>
public sealed class ConfigureResilienceTests
{
    private readonly VirtualTime _clock = new();

    [Fact]
    public async Task Circuit_breaker_sees_whole_calls_opens_and_then_nothing_is_sent()
    {
        using var harness = new RetryHarness([CannedResponse.Body("", 503)], options => options.ConfigureResilience = pipeline =>
            pipeline.AddCircuitBreaker(new()
            {
                MinimumThroughput = 2,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is CognitoIdentityException { IsTransient: true }),
            }));

        Assert.Equal(2, (await harness.GetIdErrorAsync()).RetryAttempts);
        Assert.Equal(2, (await harness.GetIdErrorAsync()).RetryAttempts);
        await TestClient.FailureAsync<BrokenCircuitException>(harness.GetIdAsync());

        Assert.Equal(6, harness.Handler.Requests.Count);
        Assert.Equal(500 - (4 * 14), harness.Quota.Tokens);
    }

    [Fact]
    public async Task Circuit_breaker_closes_by_the_clients_clock()
    {
        using var harness = new RetryHarness(
            [CannedResponse.Body("", 501), CannedResponse.Body("", 501), CannedResponse.Ok],
            options => options.ConfigureResilience = pipeline =>
                pipeline.AddCircuitBreaker(new() { MinimumThroughput = 2, BreakDuration = TimeSpan.FromSeconds(30) }));
        await harness.GetIdErrorAsync();
        await harness.GetIdErrorAsync();
        await TestClient.FailureAsync<BrokenCircuitException>(harness.GetIdAsync());

        harness.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("us-east-1:1", (await harness.GetIdAsync()).IdentityId);
    }

    [Fact]
    public async Task Rate_limiter_refuses_a_call_before_anything_is_sent()
    {
        using var handler = new ScriptedHandler(CannedResponse.Never);
        using var cancellation = new CancellationTokenSource();
        using var client =
            TestClient.Create(handler, options => options.ConfigureResilience = pipeline => pipeline.AddConcurrencyLimiter(1));
        var first = client.GetIdAsync(TestClient.GetIdRequest, cancellation.Token);

        await TestClient.FailureAsync<RateLimiterRejectedException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Single(handler.Requests);
        await cancellation.CancelAsync();
        var error = await TestClient.FailureAsync<OperationCanceledException>(first);
        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Strategy_gets_the_operations_name()
    {
        var names = new List<string?>();
        using var handler = new ScriptedHandler(CannedResponse.Error("NotAuthorizedException"));
        using var client = TestClient.Create(handler, options => options.ConfigureResilience = pipeline =>
            pipeline.AddCircuitBreaker(new()
            {
                ShouldHandle = args =>
                {
                    names.Add(args.Context.OperationKey);
                    return ValueTask.FromResult(false);
                },
            }));

        await Record.ExceptionAsync(() => client.GetIdAsync(TestClient.GetIdRequest));
        await Record.ExceptionAsync(() => client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal(["GetId", "ListIdentityPools"], names);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_of_a_repeated_call_may_have_been_carried_out_when_an_earlier_run_was_lost(bool isLost)
    {
        var first = isLost ? CannedResponse.Lost : CannedResponse.NotConnected;
        using var handler = new ScriptedHandler(first, CannedResponse.Error("LimitExceededException"));
        using var client = TestClient.Create(handler, options =>
        {
            (options.TimeProvider, options.MaxAttempts) = (_clock, 1);
            options.ConfigureResilience = pipeline => pipeline.AddRetry(
                new RetryStrategyOptions { MaxRetryAttempts = 1, Delay = TimeSpan.Zero });
        });

        var error = await TestClient.FailureAsync<LimitExceededException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal(isLost, error.MayHaveBeenCarriedOut);
        Assert.Equal(2, handler.Requests.Count);
    }

    // The first request gets no response. A second later Polly repeats the call beside it; that one is throttled and retried.
    [Fact]
    public async Task Hedged_read_takes_the_response_that_comes_and_shares_no_state_between_its_calls()
    {
        using var handler = new ScriptedHandler(CannedResponse.Never, CannedResponse.Error("ThrottlingException"), CannedResponse.Ok);
        using var client = HedgingClient(handler);

        var response = await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(1, response.ResponseMetadata.RetryAttempts);
        Assert.Equal(
            ["attempt=1; max=3", "attempt=1; max=3", "attempt=2; max=3"],
            handler.Requests.Select(request => request["amz-sdk-request"]));
        var ids = handler.Requests.Select(request => request["amz-sdk-invocation-id"]).ToArray();
        Assert.NotEqual(ids[0], ids[1]);
        Assert.Equal(ids[1], ids[2]);
    }

    [Fact]
    public async Task Hedged_read_whose_every_call_fails_gives_the_clients_error()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("NotAuthorizedException"));
        using var client = HedgingClient(handler);

        await TestClient.FailureAsync<NotAuthorizedException>(client.ListIdentityPoolsAsync(TestClient.ListRequest));
    }

    [Fact]
    public async Task Write_is_not_hedged_by_the_documents_strategy()
    {
        using var handler = new ScriptedHandler(CannedResponse.Never);
        using var client = HedgingClient(handler);

        var call = Calls.ByName["CreateIdentityPool"](client, default);
        _clock.Advance(TimeSpan.FromSeconds(10));

        await TestClient.FailureAsync<CognitoIdentityTimeoutException>(call.WithinSafetyLimit());
        Assert.Single(handler.Requests);
    }

    private CognitoIdentityClient HedgingClient(ScriptedHandler handler) => TestClient.Create(handler, options =>
    {
        options.TimeProvider = _clock;
        options.ConfigureResilience = pipeline =>
        {
            var hedging = new ResiliencePipelineBuilder<object> { TimeProvider = _clock }
                .AddHedging(new HedgingStrategyOptions<object> { Delay = TimeSpan.FromSeconds(1), MaxHedgedAttempts = 1 })
                .Build();
            pipeline.AddStrategy(_ => new HedgedReads(hedging), new HedgedReads.Options());
        };
    });
}
