using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>Dates from which nothing can be learned, or nothing good.</summary>
public sealed class ClockSkewDateTests
{
    private readonly VirtualTime _clock = new();

    [Theory]
    [InlineData("Thu, 01 Jan 2026 05:00:00 +0000")]
    [InlineData("2026-01-01T05:00:00Z")]
    [InlineData("1767243600")]
    [InlineData("")]
    [InlineData("Fri, 01 Jan 2026 05:00:00 GMT")]
    [InlineData("Thu, 32 Jan 2026 05:00:00 GMT")]
    public async Task Date_that_is_not_an_HTTP_date_teaches_nothing(string date)
    {
        using var harness = new SkewHarness(_clock, [CannedResponse.Body("{}", 200, ("Date", date)), CannedResponse.Ok]);

        await harness.CallAsync();
        await harness.CallAsync();

        Assert.Equal(0, harness.LastSkew);
    }

    // One such response must not leave the client unable to sign: the next response corrects it. Meanwhile the local clock may
    // go either way.
    [Theory]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 60)]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT", -60)]
    public async Task Absurd_date_does_no_harm_once_a_sane_one_came(string absurd, int seconds)
    {
        using var harness = new SkewHarness(_clock, [
            CannedResponse.Body("{}", 200, ("Date", absurd)),
            (request, token) => Dated(skew: 0)(request, token),
            CannedResponse.Ok]);

        await harness.CallAsync();
        _clock.SetClock(TimeSpan.FromSeconds(seconds));
        await harness.CallAsync();
        await harness.CallAsync();

        Assert.Equal(0, harness.LastSkew);
    }

    // The middle of the two times would be half an hour off.
    [Fact]
    public async Task Local_clock_set_back_during_a_call_teaches_nothing()
    {
        var response = Dated(skew: -3600);
        using var harness = new SkewHarness(_clock, [
            (request, token) =>
            {
                _clock.SetClock(TimeSpan.FromHours(-1));
                return response(request, token);
            },
            CannedResponse.Ok]);

        await harness.CallAsync();
        await harness.CallAsync();

        Assert.Equal(0, harness.LastSkew);
    }

    private Step Dated(int skew) =>
        CannedResponse.Body("{}", 200, ("Date", _clock.GetUtcNow().AddSeconds(skew).ToString("r", CultureInfo.InvariantCulture)));
}
