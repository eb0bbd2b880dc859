using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserCredentials;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>The span and the counter of refreshes that fetch nothing.</summary>
[Collection(ListeningTests.Name)]
public sealed class RefreshOutcomeTests
{
    [Fact]
    public async Task Session_from_the_store_is_a_refresh_with_the_outcome_restored()
    {
        await using var pool = await TestPool.StartAsync();
        var store = new ScriptedStore();
        var first = await pool.Credentials(configure: options => options.SessionStore = store).GetSessionAsync();
        using var recording = new Recording();

        var restored = await pool.Credentials(configure: options => options.SessionStore = store).GetSessionAsync();

        Assert.Equal(first.IdentityId, restored.IdentityId);
        var span = recording.Span;
        Assert.Equal("cognito_identity.credentials.refresh", span.DisplayName);
        Assert.Equal(
            ("restored", first.IdentityId), (span.GetTagItem("outcome"), span.GetTagItem("cognito_identity.identity.id")));
        Assert.Equal("restored", Assert.Single(recording.Find("cognito_identity.credentials.refreshes"))["outcome"]);
    }

    [Fact]
    public async Task Refresh_of_a_user_who_signs_out_meanwhile_has_the_outcome_ended()
    {
        using var handler = new ScriptedHandler(CannedResponse.Never);
        using var client = TestClient.Create(handler);
        var credentials = new CognitoIdentityCredentials(
            new CognitoIdentityCredentialsOptions
            {
                IdentityPoolId = TestClient.PoolId,
                TimeProvider = new VirtualTime(),
                User = CognitoIdentityUser.SignedIn("graph.facebook.com", _ => Task.FromResult("token")),
            },
            client);
        using var recording = new Recording();
        var call = credentials.GetSessionAsync();
        await handler.Received;

        await credentials.SignOutAsync();

        await TestClient.FailureAsync<InvalidOperationException>(call);
        var span = Assert.Single(recording.Spans, span => span.DisplayName == "cognito_identity.credentials.refresh");
        Assert.Equal("ended", span.GetTagItem("outcome"));
        Assert.Equal(System.Diagnostics.ActivityStatusCode.Unset, span.Status);
        Assert.Equal("ended", Assert.Single(recording.Find("cognito_identity.credentials.refreshes"))["outcome"]);
    }

    [Fact]
    public void Every_user_that_a_factory_evicts_is_counted_once()
    {
        using var client = TestClient.Create(new ScriptedHandler(CannedResponse.Ok));
        using var recording = new Recording();
        var factory = new CognitoIdentityCredentialsFactory(
            new CognitoIdentityCredentialsOptions { IdentityPoolId = TestClient.PoolId, MaxUsers = 2 }, client);

        foreach (var user in (string[])["one", "two", "one", "three", "four", "four"])
        {
            factory.ForUser(user, CognitoIdentityUser.Guest);
        }

        Assert.Equal([1, 1], recording.Find("cognito_identity.credentials.evictions").Select(measurement => measurement.Value));
    }
}
