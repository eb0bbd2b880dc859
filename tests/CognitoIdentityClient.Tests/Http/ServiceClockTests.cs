using System.Collections.Concurrent;
using System.Globalization;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Retry;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>One wrong <c>Date</c> of a gateway must not make the client believe a wrong time.</summary>
public sealed class ServiceClockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly VirtualTime _clock = new();

    [Fact]
    public async Task Response_without_a_request_id_teaches_nothing()
    {
        using var harness = new SkewHarness(_clock, [WithoutRequestId(3600), CannedResponse.Ok]);

        await harness.CallAsync();
        await harness.CallAsync();

        Assert.Equal(0, harness.LastSkew);
    }

    [Fact]
    public async Task Refusal_without_a_request_id_is_not_retried()
    {
        using var harness = new SkewHarness(_clock, [WithoutRequestId(3600, "InvalidSignatureException")]);

        await harness.CallAsync();

        Assert.Single(harness.Handler.Requests);
    }

    // An accepted signature is at most five minutes off, so that a Date an hour away is wrong.
    [Theory]
    [InlineData(900, 900)]
    [InlineData(-900, -900)]
    [InlineData(901, 0)]
    [InlineData(-901, 0)]
    public async Task Accepted_signature_lets_a_response_move_the_clock_by_fifteen_minutes_at_most(int skew, int expected)
    {
        using var harness = new SkewHarness(_clock, [Dated(skew), CannedResponse.Ok]);

        await harness.CallAsync();
        await harness.CallAsync();

        Assert.Equal(expected, harness.LastSkew);
    }

    [Fact]
    public async Task Anonymous_response_teaches_any_skew_until_a_signature_was_accepted()
    {
        using var harness = new SkewHarness(_clock, [Dated(3600), Dated(3600), Dated(7200), CannedResponse.Ok]);

        await harness.Client.GetIdAsync(TestClient.GetIdRequest);
        await harness.CallAsync();
        await harness.Client.GetIdAsync(TestClient.GetIdRequest);
        await harness.CallAsync();

        Assert.Equal([_clock.GetUtcNow() + Hour, _clock.GetUtcNow() + Hour], harness.Signed);
    }

    // The permission is missing; the clock has nothing to do with it.
    [Fact]
    public async Task True_AccessDenied_on_a_corrected_clock_is_sent_once_and_costs_nothing()
    {
        using var harness = new RetryHarness([Dated(3600), Dated(3600, "AccessDeniedException")], options => options.TimeProvider = _clock);

        await harness.GetIdAsync();
        var error = await TestClient.FailureAsync<AccessDeniedException>(harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal((0, 2, 500), (error.RetryAttempts, harness.Handler.Requests.Count, harness.Quota.Tokens));
    }

    // The refusal's own Date is right, and differs from the skew that the request was signed with.
    [Fact]
    public async Task Signature_that_an_earlier_wrong_date_spoiled_is_repaired()
    {
        using var harness = new SkewHarness(_clock, [Dated(3600), Dated(0, "InvalidSignatureException"), CannedResponse.Ok]);

        await harness.Client.GetIdAsync(TestClient.GetIdRequest);
        Assert.Null(await harness.CallAsync());

        Assert.Equal([_clock.GetUtcNow() + Hour, _clock.GetUtcNow()], harness.Signed);
    }

    [Fact]
    public async Task Second_retry_of_a_call_for_a_wrong_clock_costs_as_a_transient_one()
    {
        using var harness = new RetryHarness(
            [Dated(3600, "InvalidSignatureException"), Dated(-3600, "InvalidSignatureException"), Dated(0, "InvalidSignatureException")],
            options => options.TimeProvider = _clock);

        await TestClient.FailureAsync<InvalidSignatureException>(harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal((3, 500 - 14), (harness.Handler.Requests.Count, harness.Quota.Tokens));
    }

    // Their signatures are right, and the first of them that is accepted corrects the clock: no call needs a retry for the wrong Date.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Signed_calls_under_way_when_a_wrong_date_arrives_all_succeed(int hours)
    {
        await using var harness = await EmulatorHarness.StartAsync();
        using var gate = new SignedCallGate();
        using var client = Client(harness, gate);
        var calls = Call64Times(client);
        await gate.Full.WithinSafetyLimit();

        await ReceiveWrongDateAsync(harness, client, hours);
        gate.Open();
        var responses = await Task.WhenAll(calls).WithinSafetyLimit();
        var next = await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.All(responses, response => Assert.Equal(0, response.ResponseMetadata.RetryAttempts));
        Assert.Equal(0, next.ResponseMetadata.RetryAttempts);
        Assert.Equal(65, gate.Signed.Count);
        Assert.All(gate.Signed, date => Assert.InRange(date - harness.Clock.GetUtcNow(), -4 * Minute, 4 * Minute));
    }

    // Each of them is refused at the same time, and the first refusal to arrive corrects the clock for all.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Signed_calls_under_way_that_an_earlier_wrong_date_spoiled_all_succeed(int hours)
    {
        await using var harness = await EmulatorHarness.StartAsync();
        using var gate = new SignedCallGate();
        using var client = Client(harness, gate);
        await ReceiveWrongDateAsync(harness, client, hours);

        var calls = Call64Times(client);
        await gate.Full.WithinSafetyLimit();
        gate.Open();
        var responses = await Task.WhenAll(calls).WithinSafetyLimit();
        var next = await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.All(responses, response => Assert.Equal(1, response.ResponseMetadata.RetryAttempts));
        Assert.Equal(0, next.ResponseMetadata.RetryAttempts);
        Assert.InRange(gate.Signed[^1] - harness.Clock.GetUtcNow(), -4 * Minute, 4 * Minute);
    }

    private static CognitoIdentityClient Client(EmulatorHarness harness, HttpMessageHandler handler) => new(
        new()
        {
            Region = harness.Emulator.Region,
            Endpoint = harness.Emulator.Endpoint,
            Credentials = harness.Emulator.Credentials,
            TimeProvider = harness.Clock,
        },
        handler);

    private static Task<ListIdentityPoolsResponse>[] Call64Times(CognitoIdentityClient client) =>
        [.. Enumerable.Range(0, SignedCallGate.Calls).Select(_ => client.ListIdentityPoolsAsync(TestClient.ListRequest))];

    private static async Task ReceiveWrongDateAsync(EmulatorHarness harness, CognitoIdentityClient client, int hours)
    {
        harness.Add(Fault.WrongDate(hours * Hour) with { Operation = "GetId", Count = 1 });
        await TestClient.FailureAsync<ResourceNotFoundException>(client.GetIdAsync(TestClient.GetIdRequest));
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

    /// <summary>Holds signed requests until it is opened, and sends them over real connections.</summary>
    private sealed class SignedCallGate() : DelegatingHandler(PrimaryHandler.CreateSocketsHandler())
    {
        public const int Calls = 64;

        private readonly ConcurrentQueue<DateTimeOffset> _signed = new();
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends when all the calls wait.</summary>
        public Task Full => _full.Task;

        /// <summary>The times that requests were signed with, in the order of their arrival.</summary>
        public IReadOnlyList<DateTimeOffset> Signed => [.. _signed];

        public void Open() => _opened.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.TryGetValues("X-Amz-Date", out var values))
            {
                _signed.Enqueue(SkewHarness.Parse(values.Single()));
                if (_signed.Count >= Calls)
                {
                    _full.TrySetResult();
                }

                await _opened.Task;
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
