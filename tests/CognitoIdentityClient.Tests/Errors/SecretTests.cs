using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>No secret of a request, a response or the credentials is in any text of any failure.</summary>
public sealed class SecretTests
{
    private const string Marker = "MARKER";

    private static readonly Dictionary<string, Step> Failures = new()
    {
        ["service error"] = CannedResponse.Error("NotAuthorizedException"),
        ["unknown error"] = CannedResponse.Error("BrandNewException", 500),
        ["lost"] = CannedResponse.Lost,
        ["not connected"] = CannedResponse.NotConnected,
        ["cut short"] = CannedResponse.Body("""{"Token":"MARKER","IdentityId":"MARKER"""),
        ["member of another kind"] = CannedResponse.Body("""{"Token":{"x":"MARKER"},"IdentityId":["MARKER"],"IdentityPools":"MARKER"}"""),
        ["secret of another kind"] =
            CannedResponse.Body("""{"Credentials":{"SecretKey":["MARKER"]},"Token":["MARKER"],"IdentityPools":"MARKER"}"""),
        ["malformed time"] = CannedResponse.Body("""{"Credentials":{"Expiration":"MARKER"},"Token":1,"IdentityPools":1}"""),
        ["secret without quotes"] = CannedResponse.Body("""{"Token":tMARKER}"""),
        ["over the limit"] = CannedResponse.Body(string.Concat(Enumerable.Repeat(Marker, 200_000))),
    };

    public static TheoryData<string> FailureNames => [.. Failures.Keys];

    [Theory]
    [MemberData(nameof(FailureNames))]
    public async Task Failure_of_any_kind_shows_no_secret(string failure)
    {
        using var handler = new ScriptedHandler(Failures[failure]);
        using var client = TestClient.Create(handler, options =>
            options.Credentials = new TestCredentials($"AKID{Marker}", $"secret{Marker}", $"token{Marker}"));
        var logins = new Dictionary<string, string> { ["accounts.google.com"] = $"jwt{Marker}" };

        await AssertNoSecretAsync(client.GetOpenIdTokenAsync(new() { IdentityId = "us-east-1:1", Logins = logins }));
        await AssertNoSecretAsync(client.GetCredentialsForIdentityAsync(new() { IdentityId = "us-east-1:1", Logins = logins }));
        await AssertNoSecretAsync(
            client.GetOpenIdTokenForDeveloperIdentityAsync(new() { IdentityPoolId = "us-east-1:1", Logins = logins }));
        await AssertNoSecretAsync(client.ListIdentityPoolsAsync(TestClient.ListRequest));
        Assert.Contains(handler.Requests, request => request.Text.Contains(Marker, StringComparison.Ordinal));
        Assert.Contains(handler.Requests, request => request["X-Amz-Security-Token"] == $"token{Marker}");
    }

    [Fact]
    public async Task Timeout_shows_no_secret()
    {
        var clock = new VirtualTime();
        using var handler = new ScriptedHandler((_, token) =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return CannedResponse.Never(null!, token);
        });
        using var client = TestClient.Create(handler, options =>
            (options.Credentials, options.TimeProvider) = (new TestCredentials($"AKID{Marker}", Marker, Marker), clock));

        await AssertNoSecretAsync(client.ListIdentityPoolsAsync(TestClient.ListRequest));
    }

    private static async Task AssertNoSecretAsync(Task call)
    {
        var error = await TestClient.FailureAsync<CognitoIdentityException>(call);

        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            Assert.DoesNotContain(Marker, cause.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Marker, cause.Message, StringComparison.Ordinal);
            Assert.Empty(cause.Data);
        }
    }
}
