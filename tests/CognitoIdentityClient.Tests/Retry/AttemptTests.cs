using CognitoIdentity.Tests.Signing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>The parts of a request that change, and those that stay the same, from one attempt of a call to the next.</summary>
public sealed class AttemptTests
{
    private static readonly Step Throttled = CannedResponse.Error("TooManyRequestsException");

    [Fact]
    public async Task Attempts_count_themselves_under_one_invocation_id()
    {
        using var harness = new RetryHarness([Throttled, Throttled, CannedResponse.Ok]);

        await harness.GetIdAsync();
        await harness.GetIdAsync();

        Assert.Equal(
            ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3", "attempt=1; max=3"],
            harness.Handler.Requests.Select(request => request["amz-sdk-request"]));
        var ids = harness.Handler.Requests.Select(request => Guid.Parse(request["amz-sdk-invocation-id"]!)).ToArray();
        Assert.Equal([ids[0], ids[0], ids[0], ids[3]], ids);
        Assert.NotEqual(ids[0], ids[3]);
    }

    [Fact]
    public async Task Attempts_are_each_signed_with_the_time_at_which_they_are_sent()
    {
        using var harness = new RetryHarness([Throttled, Throttled, CannedResponse.Ok]);

        await harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest);

        // Waits of 1 and 2 seconds lie between them.
        Assert.Equal(
            ["20260101T000000Z", "20260101T000001Z", "20260101T000003Z"],
            harness.Handler.Requests.Select(request => request["X-Amz-Date"]));
        var keys = TestClient.Credentials.GetCredentials();
        Assert.All(harness.Handler.Requests, request =>
            Assert.Equal(ReferenceSignature.Compute(request, "us-east-1", keys).Authorization, request["Authorization"]));
    }

    [Fact]
    public async Task Attempts_are_each_a_new_message()
    {
        var messages = new List<HttpRequestMessage>();
        using var script = new ScriptedHandler(Throttled, CannedResponse.Ok);
        using var spy = new Spy(messages, script);
        using var client = TestClient.Create(spy);

        await client.GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(2, messages.Distinct().Count());
        Assert.Equal(2, messages.Select(message => message.Content).Distinct().Count());
    }

    private sealed class Spy(List<HttpRequestMessage> messages, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            messages.Add(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
