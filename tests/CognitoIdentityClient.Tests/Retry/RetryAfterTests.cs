using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>The wait where the service names one: the client's own back-off t or more, and at most t + 5 s.</summary>
public sealed class RetryAfterTests
{
    private const string OwnHeader = "x-amz-retry-after";
    private const string StandardHeader = "Retry-After";

    // The back-off of a first retry after a 500 with a random number of 1.
    private const double Own = 0.05;
    private const double Longest = 5.05;

    private static readonly HeaderCase[] Cases = TestData.Read<HeaderCase[]>("Retry/retry-after.json");

    public static TheoryData<string, double> HeaderCases
    {
        get
        {
            var data = new TheoryData<string, double>();
            foreach (var item in Cases)
            {
                data.Add(item.Header, item.DelaySeconds);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(HeaderCases))]
    public async Task Wait_asked_for_in_milliseconds_is_that_of_the_SDKs(string header, double seconds) =>
        Assert.Equal(seconds, await WaitAsync((OwnHeader, header)));

    [Theory]
    [InlineData("2", 2)]
    [InlineData("0", Own)]
    [InlineData("10", Longest)]
    public async Task Wait_asked_for_in_seconds_is_kept_within_the_same_bounds(string header, double seconds) =>
        Assert.Equal(seconds, await WaitAsync((StandardHeader, header)));

    [Theory]
    [InlineData(3, 3)]
    [InlineData(-3, Own)]
    [InlineData(3600, Longest)]
    public async Task Wait_asked_for_as_a_date_counts_from_now(int secondsFromNow, double seconds)
    {
        using var harness = new RetryHarness([CannedResponse.Ok]);
        var date = harness.Clock.GetUtcNow().AddSeconds(secondsFromNow).ToString("r", CultureInfo.InvariantCulture);

        Assert.Equal(seconds, await WaitAsync((StandardHeader, date)));
    }

    [Fact]
    public async Task Wait_asked_for_as_a_date_counts_by_the_services_clock_and_not_by_a_wrong_local_one()
    {
        using var harness = new RetryHarness([CannedResponse.Ok]);
        var serviceNow = harness.Clock.GetUtcNow().AddHours(-5);
        var date = serviceNow.AddSeconds(2).ToString("r", CultureInfo.InvariantCulture);

        Assert.Equal(2, await WaitAsync(("Date", serviceNow.ToString("r", CultureInfo.InvariantCulture)), (StandardHeader, date)));
    }

    [Fact]
    public async Task Wait_asked_for_in_both_headers_is_that_of_x_amz_retry_after() =>
        Assert.Equal(1.5, await WaitAsync((StandardHeader, "4"), (OwnHeader, "1500")));

    [Fact]
    public async Task Wait_asked_for_unreadably_in_x_amz_retry_after_is_that_of_Retry_After() =>
        Assert.Equal(4, await WaitAsync((StandardHeader, "4"), (OwnHeader, "soon")));

    // Integers that fit in no integer type are integers all the same, and mean: as long as possible.
    [Theory]
    [InlineData(OwnHeader, "2147483648")]
    [InlineData(OwnHeader, "99999999999999999999999999")]
    [InlineData(StandardHeader, "2147483648")]
    [InlineData(StandardHeader, "99999999999999999999999999")]
    [InlineData(StandardHeader, "Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Huge_wait_asked_for_is_cut_to_five_seconds_over_the_own(string name, string header) =>
        Assert.Equal(Longest, await WaitAsync((name, header)));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1500")]
    [InlineData("1.5")]
    [InlineData("1,500")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("١٥٠٠")]
    [InlineData("1500, 2500")]
    [InlineData("2026-01-01T00:00:03Z")]
    [InlineData("\u0000\uFFFD")]
    public async Task Nonsense_in_either_header_is_as_if_it_was_not_there(string header)
    {
        Assert.Equal(Own, await WaitAsync((OwnHeader, header)));
        Assert.Equal(Own, await WaitAsync((StandardHeader, header)));
    }

    [Fact]
    public async Task Wait_asked_for_by_an_earlier_response_does_not_count_after_a_lost_connection()
    {
        using var harness = new RetryHarness([CannedResponse.Body("", 500, (OwnHeader, "1500")), CannedResponse.Lost, CannedResponse.Ok]);

        await harness.GetIdAsync();

        Assert.Equal([1.5, 0.1], harness.Waits);
    }

    // Throttling has a longer back-off of its own, and the five seconds come on top of it.
    [Fact]
    public async Task Wait_asked_for_by_a_throttled_response_is_at_least_its_own_and_at_most_five_seconds_more()
    {
        var throttled = """{"__type":"TooManyRequestsException"}""";
        using var harness = new RetryHarness(
            [CannedResponse.Body(throttled, 400, (OwnHeader, "10")), CannedResponse.Body(throttled, 400, (OwnHeader, "60000")),
                CannedResponse.Ok]);

        await harness.GetIdAsync();

        Assert.Equal([1, 7], harness.Waits);
    }

    private static async Task<double> WaitAsync(params (string, string)[] headers)
    {
        using var harness = new RetryHarness([CannedResponse.Body("", 500, headers), CannedResponse.Ok]);
        await harness.GetIdAsync();
        return Assert.Single(harness.Waits);
    }

    private sealed record HeaderCase(string Header, double DelaySeconds);
}
