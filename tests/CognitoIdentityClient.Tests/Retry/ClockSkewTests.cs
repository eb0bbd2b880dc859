using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>Clock skew where the conformance cases say nothing.</summary>
public sealed class ClockSkewTests
{
    private readonly VirtualTime _clock = new();

    public static TheoryData<string> SkewCodes =>
    [
        "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure", "RequestTimeTooSkewed", "RequestExpired",
        "RequestInTheFuture", "AccessDeniedException",
    ];

    [Theory]
    [MemberData(nameof(SkewCodes))]
    public async Task Refusal_that_a_wrong_clock_explains_is_signed_again_by_the_services_clock(string code)
    {
        using var harness = Harness([Refusal(code, skew: -3600), CannedResponse.Ok]);

        Assert.Null(await harness.CallAsync());

        Assert.Equal([_clock.GetUtcNow(), _clock.GetUtcNow().AddHours(-1)], harness.Signed);
    }

    // The threshold is 4 minutes: more than that, in either direction.
    [Theory]
    [InlineData(240, 1)]
    [InlineData(241, 2)]
    [InlineData(-240, 1)]
    [InlineData(-241, 2)]
    public async Task Refusal_is_retried_only_if_the_clock_is_more_than_four_minutes_off(int skew, int requests)
    {
        using var harness = Harness([Refusal("InvalidSignatureException", skew), CannedResponse.Ok]);

        await harness.CallAsync();

        Assert.Equal(requests, harness.Handler.Requests.Count);
    }

    [Theory]
    [InlineData("NotAuthorizedException")]
    [InlineData("ExpiredTokenException")]
    [InlineData("UnrecognizedClientException")]
    public async Task Refusal_that_no_clock_explains_is_not_retried(string code)
    {
        using var harness = Harness([Refusal(code, skew: 3600), CannedResponse.Ok]);

        Assert.Equal(code, (await harness.CallAsync())!.ErrorCode);

        Assert.Single(harness.Handler.Requests);
    }

    [Fact]
    public async Task Retry_for_a_wrong_clock_counts_as_an_attempt_and_costs_nothing_the_first_time()
    {
        var clock = _clock;
        using var harness = new RetryHarness(
            [Refusal("InvalidSignatureException", 3600)], options => (options.TimeProvider, options.MaxAttempts) = (clock, 2));

        var error = await TestClient.FailureAsync<InvalidSignatureException>(harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal((1, 500), (error.RetryAttempts, harness.Quota.Tokens));
    }

    [Fact]
    public async Task Refusal_of_an_anonymous_call_is_not_retried_and_its_date_is_learned()
    {
        using var harness = Harness([Refusal("AccessDeniedException", skew: 3600), CannedResponse.Ok]);

        await TestClient.FailureAsync<AccessDeniedException>(harness.Client.GetIdAsync(TestClient.GetIdRequest));
        Assert.Single(harness.Handler.Requests);

        await harness.CallAsync();
        Assert.Equal(3600, harness.LastSkew);
    }

    // The middle of sending and receiving would otherwise lie five minutes back.
    [Fact]
    public async Task Time_that_getting_the_credentials_took_is_not_taken_for_skew()
    {
        var keys = TestClient.Credentials.GetCredentials();
        var waits = new Queue<TimeSpan>([TimeSpan.FromMinutes(10), TimeSpan.Zero]);
        using var harness = Harness([Dated, CannedResponse.Ok], options => options.Credentials = new TestCredentials(() =>
        {
            _clock.Advance(waits.Dequeue());
            return Task.FromResult(keys);
        }));

        await harness.CallAsync();
        await harness.CallAsync();

        Assert.Equal(0, harness.LastSkew);

        Task<HttpResponseMessage> Dated(RecordedRequest request, CancellationToken token) =>
            CannedResponse.Body("{}", 200, ("Date", _clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture)))(request, token);
    }

    [Theory]
    [InlineData(900, 600)]
    [InlineData(901, 0)]
    public async Task Response_that_took_over_fifteen_minutes_teaches_nothing(int seconds, int expected)
    {
        var middle = _clock.GetUtcNow().AddSeconds(seconds / 2.0 + 600).ToString("r", CultureInfo.InvariantCulture);
        using var harness = Harness([
            (request, token) =>
            {
                _clock.SetClock(TimeSpan.FromSeconds(seconds));
                return CannedResponse.Body("{}", 200, ("Date", middle))(request, token);
            },
            CannedResponse.Ok]);

        await harness.CallAsync();
        await harness.CallAsync();

        Assert.Equal(expected, harness.LastSkew);
    }

    [Fact]
    public async Task Option_turns_the_correction_off()
    {
        using var harness = Harness([Refusal("InvalidSignatureException", skew: 3600)], options => options.ClockSkewCorrection = false);

        Assert.NotNull(await harness.CallAsync());
        await harness.CallAsync();

        Assert.Equal(2, harness.Handler.Requests.Count);
        Assert.Equal(0, harness.LastSkew);
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public void Environment_turns_the_correction_off(string value, bool corrects)
    {
        var settings = ClientSettings.Resolve(
            TestClient.Options(), name => name == "AWS_DISABLE_CLOCK_SKEW_CORRECTION" ? value : null, () => null);

        Assert.Equal(corrects, settings.CorrectsClockSkew);
    }

    private SkewHarness Harness(IEnumerable<Step> script, Action<CognitoIdentityClientOptions>? configure = null) =>
        new(_clock, script, configure: configure);

    private Step Refusal(string code, int skew) => CannedResponse.Body(
        $$"""{"__type":"{{code}}"}""",
        400,
        ("Date", _clock.GetUtcNow().AddSeconds(skew).ToString("r", CultureInfo.InvariantCulture)));
}
