using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>
/// docs/guides/retries.md, "Adaptive mode": one client against a simulated service, whose callers want twice what the service allows.
/// Virtual time; nothing is random, since a throttled call ends with its error here and the next caller follows.
/// </summary>
public sealed class AdaptiveModeTests
{
    [Theory]
    [InlineData(5, 0.1, 0.005)]
    [InlineData(5, 1, 0.005)]
    [InlineData(5, 1, 0.05)]
    [InlineData(5, 1, 0.2)]
    [InlineData(25, 0.1, 0.005)]
    [InlineData(25, 1, 0.005)]
    [InlineData(25, 1, 0.05)]
    [InlineData(25, 1, 0.2)]
    [InlineData(100, 0.1, 0.005)]
    [InlineData(100, 1, 0.005)]
    [InlineData(100, 1, 0.05)]
    [InlineData(100, 1, 0.2)]
    public void Client_settles_within_a_tenth_under_the_limit_with_few_requests_throttled(double limit, double burstSeconds, double latency)
    {
        using var run = new Run(RetryMode.Adaptive, limit, burstSeconds, latency: latency);
        run.For(seconds: 30);

        // Long enough for a few turns of the limiter's curve and for thousands of requests, whichever is longer.
        var (use, refused) = run.For(seconds: (int)Math.Max(60, 1500 / limit));

        Assert.InRange(use, 0.9, 1.01);
        Assert.InRange(refused, 0, 0.05);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(25)]
    [InlineData(100)]
    public void Client_finds_a_limit_that_is_raised_and_one_that_is_lowered(double limit)
    {
        using var run = new Run(RetryMode.Adaptive, limit, burstSeconds: 0.1);
        run.For(seconds: 30);

        run.Service.Limit = limit * 3;
        run.For(seconds: 20);
        Assert.InRange(run.For(seconds: 60).Use, 0.9, 1.01);

        run.Service.Limit = limit;
        run.For(seconds: 20);
        Assert.InRange(run.For(seconds: 60).Use, 0.9, 1.01);
    }

    // The reason for the limiter: without it, every second request is refused.
    [Fact]
    public void Client_in_standard_mode_asks_as_often_as_its_callers_do()
    {
        using var run = new Run(RetryMode.Standard, limit: 25, burstSeconds: 0.1);

        var (_, refused) = run.For(seconds: 60);

        Assert.InRange(refused, 0.45, 0.55);
    }

    [Fact]
    public void Client_that_is_never_throttled_is_never_slowed_down()
    {
        using var run = new Run(RetryMode.Adaptive, limit: 10, burstSeconds: 10, demand: 0.99);

        var (use, refused) = run.For(seconds: 120);

        Assert.InRange(use, 0.98, 1);
        Assert.Equal(0, refused);
    }

    private sealed class Run : IDisposable
    {
        private readonly SimulatedTime _time = new();
        private readonly ScriptedHandler _handler;
        private readonly CognitoIdentityClient _client;
        private readonly double _demand;

        public Run(RetryMode mode, double limit, double burstSeconds, double demand = 2, double latency = 0.005)
        {
            _demand = demand;
            Service = new(_time, burstSeconds, TimeSpan.FromSeconds(latency)) { Limit = limit };
            _handler = new(Service.RespondAsync);
            _client =
                TestClient.Create(_handler, options => (options.TimeProvider, options.RetryMode, options.MaxAttempts) = (_time, mode, 1));
            _time.CreateTimer(_ => _ = SendForeverAsync(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }

        public SimulatedService Service { get; }

        /// <summary>The share of the limit that was used, and the share of the requests that were refused.</summary>
        public (double Use, double Refused) For(int seconds)
        {
            var (accepted, refused) = (Service.Accepted, Service.Refused);
            _time.RunFor(TimeSpan.FromSeconds(seconds));
            accepted = Service.Accepted - accepted;
            refused = Service.Refused - refused;
            return (accepted / (Service.Limit * seconds), (double)refused / (accepted + refused));
        }

        public void Dispose()
        {
            _client.Dispose();
            _handler.Dispose();
        }

        // The next caller comes once the one before has been let through: they wait in a line anyhow.
        private async Task SendForeverAsync()
        {
            while (true)
            {
                var sent = Service.NextArrival();
                _ = _client.GetIdAsync(TestClient.GetIdRequest);
                await Task.Delay(TimeSpan.FromSeconds(1 / (_demand * Service.Limit)), _time);
                await sent;
            }
        }
    }
}
