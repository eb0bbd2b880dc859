using System.Globalization;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>One wrong <c>Date</c> of a gateway must not make the client believe a wrong time.</summary>
public sealed class ServiceClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly VirtualTime _clock = new();

    [Fact]
    public async Task Response_without_a_request_id_teaches_nothing()
    {
        using var bench = new SkewHarness(_clock, [WithoutRequestId(3600), CannedResponse.Ok]);

        await bench.CallAsync();
        await bench.CallAsync();

        Assert.Equal(0, bench.LastSkew);
    }

    [Fact]
    public async Task Refusal_without_a_request_id_is_not_retried()
    {
        using var bench = new SkewHarness(_clock, [WithoutRequestId(3600, "InvalidSignatureException")]);

        await bench.CallAsync();

        Assert.Single(bench.Handler.Requests);
    }

    // An accepted signature is at most five minutes off, so that a Date an hour away is wrong.
    [Theory]
    [InlineData(900, 900)]
    [InlineData(-900, -900)]
    [InlineData(901, 0)]
    [InlineData(-901, 0)]
    public async Task Accepted_signature_lets_a_response_move_the_clock_by_fifteen_minutes_at_most(int skew, int expected)
    {
        using var bench = new SkewHarness(_clock, [Dated(skew), CannedResponse.Ok]);

        await bench.CallAsync();
        await bench.CallAsync();

        Assert.Equal(expected, bench.LastSkew);
    }

    [Fact]
    public async Task Anonymous_response_teaches_any_skew_until_a_signature_was_accepted()
    {
        using var bench = new SkewHarness(_clock, [Dated(3600), Dated(3600), Dated(7200), CannedResponse.Ok]);

        await bench.Client.GetIdAsync(TestClient.GetIdRequest);
        await bench.CallAsync();
        await bench.Client.GetIdAsync(TestClient.GetIdRequest);
        await bench.CallAsync();

        Assert.Equal([_clock.GetUtcNow() + Hour, _clock.GetUtcNow() + Hour], bench.Signed);
    }

    // The permission is missing; the clock has nothing to do with it.
    [Fact]
    public async Task True_AccessDenied_on_a_corrected_clock_is_sent_once_and_costs_nothing()
    {
        using var bench = new RetryHarness([Dated(3600), Dated(3600, "AccessDeniedException")], options => options.TimeProvider = _clock);

        await bench.GetIdAsync();
        var error = await TestClient.FailureAsync<AccessDeniedException>(bench.Client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal((0, 2, 500), (error.RetryAttempts, bench.Handler.Requests.Count, bench.Quota.Tokens));
    }

    // The refusal's own Date is right, and differs from the skew that the request was signed with.
    [Fact]
    public async Task Signature_that_an_earlier_wrong_date_spoiled_is_repaired()
    {
        using var bench = new SkewHarness(_clock, [Dated(3600), Dated(0, "InvalidSignatureException"), CannedResponse.Ok]);

        await bench.Client.GetIdAsync(TestClient.GetIdRequest);
        Assert.Null(await bench.CallAsync());

        Assert.Equal([_clock.GetUtcNow() + Hour, _clock.GetUtcNow()], bench.Signed);
    }

    [Fact]
    public async Task Second_retry_of_a_call_for_a_wrong_clock_costs_as_a_transient_one()
    {
        using var bench = new RetryHarness(
            [Dated(3600, "InvalidSignatureException"), Dated(-3600, "InvalidSignatureException"), Dated(0, "InvalidSignatureException")],
            options => options.TimeProvider = _clock);

        await TestClient.FailureAsync<InvalidSignatureException>(bench.Client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal((3, 500 - 14), (bench.Handler.Requests.Count, bench.Quota.Tokens));
    }

    // Each of them is refused at the same time, and the first refusal to arrive corrects the clock for all.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Signed_calls_under_way_when_a_wrong_date_arrives_all_succeed(int hours)
    {
        await using var bench = await EmulatorHarness.StartAsync(Fault.WrongDate(hours * Hour) with { Count = 1 });
        await TestClient.FailureAsync<ResourceNotFoundException>(bench.Client.GetIdAsync(TestClient.GetIdRequest));

        var responses =
            await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => bench.Client.ListIdentityPoolsAsync(TestClient.ListRequest)));

        Assert.All(responses, response => Assert.InRange(response.ResponseMetadata.RetryAttempts, 0, 1));
    }

    private Step Dated(int skew, string? code = null) => CannedResponse.Body(
        code is null ? """{"IdentityId":"1"}""" : $$"""{"__type":"{{code}}"}""", code is null ? 200 : 400, ("Date", Text(skew)));

    private Step WithoutRequestId(int skew, string? code = null) => async (request, token) =>
    {
        var response = await Dated(skew, code)(request, token);
        response.Headers.Remove("x-amzn-RequestId");
        return response;
    };

    private string Text(int skew) => _clock.GetUtcNow().AddSeconds(skew).ToString("r", CultureInfo.InvariantCulture);
}
