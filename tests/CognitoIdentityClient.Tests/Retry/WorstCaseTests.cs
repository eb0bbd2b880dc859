using System.Globalization;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>
/// docs/guides/retries.md, "How long a call can take": the random number of the waits is 1 here, which it never quite is.
/// </summary>
public sealed partial class WorstCaseTests
{
    private static readonly Step Throttled = CannedResponse.Error("TooManyRequestsException");

    [Fact]
    public async Task Call_whose_every_attempt_times_out_takes_30_15_seconds()
    {
        var clock = new VirtualTime();
        Assert.Equal(
            InGuide("a call whose every attempt times out"),
            [Math.Round(await SecondsAsync(clock, Hanging(clock, InGuide("one attempt: `AttemptTimeout`").Single())), digits: 6)]);
    }

    [Fact]
    public async Task Call_that_is_throttled_waits_1_second_and_2_seconds()
    {
        using var harness = new RetryHarness([Throttled]);

        await harness.GetIdErrorAsync();

        Assert.Equal(InGuide("the waits of a call that is throttled"), harness.Waits);
    }

    [Fact]
    public async Task Call_that_is_throttled_and_asked_to_wait_longer_waits_6_seconds_and_7_seconds()
    {
        using var harness = new RetryHarness([CannedResponse.Body("""{"__type":"ThrottlingException"}""", 400, ("Retry-After", "86400"))]);

        await harness.GetIdErrorAsync();

        Assert.Equal(InGuide("the same, if the service asks for longer waits"), harness.Waits);
    }

    [Fact]
    public async Task Call_takes_60_seconds_whatever_happens_in_it()
    {
        var clock = new VirtualTime();

        var seconds = await SecondsAsync(clock, Hanging(clock, seconds: 10), options => options.MaxAttempts = 100);

        Assert.Equal(InGuide("any call: `TotalTimeout`, waits included"), [Math.Round(seconds, digits: 6)]);
    }

    // 20 seconds is the longest wait, however many retries there were.
    [Fact]
    public async Task Wait_doubles_up_to_20_seconds_and_no_further()
    {
        using var handler = new ScriptedHandler(Throttled);
        var clock = new VirtualTime { LongestWait = TimeSpan.FromHours(1) };
        var waits = new List<double>();
        var last = clock.GetUtcNow();
        clock.WaitBegins = () =>
        {
            waits.Add((clock.GetUtcNow() - last).TotalSeconds);
            last = clock.GetUtcNow();
        };
        using var client = new CognitoIdentityClient(
            TestClient.Options(options =>
            {
                (options.TimeProvider, options.MaxAttempts) = (clock, 9);
                options.AttemptTimeout = options.TotalTimeout = Timeout.InfiniteTimeSpan;
            }),
            handler,
            ownsHandler: false,
            jitter: () => 1);

        await TestClient.FailureAsync<TooManyRequestsException>(client.GetIdAsync(TestClient.GetIdRequest));

        waits.Add((clock.GetUtcNow() - last).TotalSeconds);
        Assert.Equal([0, 1, 2, 4, 8, 16, 20, 20, 20], waits);
    }

    // The seconds in the guide's row, as in "1 s + 2 s".
    private static IEnumerable<double> InGuide(string what)
    {
        var row = Assert.Single(
            Repository.Read("docs/guides/retries.md").Split('\n'), line => line.StartsWith($"| {what} |", StringComparison.Ordinal));
        return Seconds().Matches(row).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    private static Step Hanging(VirtualTime clock, double seconds) => (request, token) =>
    {
        // In small steps, as small as the shortest wait, so that no timeout passes late.
        for (var step = 0; step < seconds * 20 && !token.IsCancellationRequested; step++)
        {
            clock.Advance(TimeSpan.FromSeconds(0.05));
        }

        return CannedResponse.Never(request, token);
    };

    private static async Task<double> SecondsAsync(
        VirtualTime clock,
        Step step,
        Action<CognitoIdentityClientOptions>? configure = null)
    {
        var start = clock.GetUtcNow();
        using var harness = new RetryHarness([step], options =>
        {
            options.TimeProvider = clock;
            configure?.Invoke(options);
        });
        await TestClient.FailureAsync<CognitoIdentityTimeoutException>(harness.GetIdAsync());
        return (clock.GetUtcNow() - start).TotalSeconds;
    }

    [GeneratedRegex("([0-9.]+) s\\b")]
    private static partial Regex Seconds();
}
