using System.Text.Json;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>A secret of the request that a message of the service repeats is masked wherever the message appears.</summary>
public sealed class RepeatedSecretTests
{
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl";

    [Theory]
    [InlineData("""{"__type":"ValidationException","message":"Value '{accounts.google.com=TOKEN}' at 'logins' failed"}""", "")]
    [InlineData("""{"__type":"BrandNewException","Message":"TOKEN and TOKEN"}""", "")]
    [InlineData("""{"__type":"ValidationException"}""", "bad TOKEN")]
    [InlineData("The proxy refused TOKEN.", "")]
    [InlineData("The proxy refused it: TOKEN", "")]
    public async Task Login_token_in_a_message_is_masked(string body, string header)
    {
        using var handler = new ScriptedHandler(CannedResponse.Body(
            body.Replace("TOKEN", Token, StringComparison.Ordinal),
            400,
            ("x-amzn-errormessage", header.Replace("TOKEN", Token, StringComparison.Ordinal))));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(
            new() { IdentityPoolId = TestClient.PoolId, Logins = new Dictionary<string, string> { ["accounts.google.com"] = Token } }));

        Assert.Contains("***", error.Message, StringComparison.Ordinal);
        AssertHides(error, Token);
    }

    [Fact]
    public async Task Beginning_of_a_token_at_the_end_of_a_text_that_was_cut_is_masked()
    {
        using var handler = new ScriptedHandler(CannedResponse.Body("Upstream refused " + Token[..^10], 502));
        using var client = TestClient.Create(handler, options => options.MaxAttempts = 1);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetOpenIdTokenAsync(
            new() { IdentityId = "us-east-1:1", Logins = new Dictionary<string, string> { ["accounts.google.com"] = Token } }));

        Assert.Equal("Upstream refused ***", error.Message);
    }

    [Theory]
    [InlineData(SignatureLocation.AuthorizationHeader)]
    [InlineData(SignatureLocation.QueryString)]
    public async Task Signature_session_token_and_access_key_id_in_a_message_are_masked(SignatureLocation location)
    {
        const string SessionToken = "AQoDYXdzEPT//////////wEXAMPLE+session/token==";
        using var handler = new ScriptedHandler((request, token) => CannedResponse.Body(
            JsonSerializer.Serialize(new Dictionary<string, string>
            {
                ["__type"] = "InvalidSignatureException",
                ["message"] = $"The canonical string should have been 'x-amz-security-token:{SessionToken} AKIDEXAMPLE "
                    + $"{request["Authorization"]}{request.Uri.Query}'",
            }),
            403)(request, token));
        using var client = TestClient.Create(handler, options =>
        {
            (options.MaxAttempts, options.SignatureLocation) = (1, location);
            options.Credentials = new TestCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI", SessionToken);
        });

        var error = await TestClient.FailureAsync<InvalidSignatureException>(client.ListIdentityPoolsAsync(TestClient.ListRequest));

        AssertHides(error, SessionToken);
        AssertHides(error, Uri.EscapeDataString(SessionToken));
        AssertHides(error, "AKIDEXAMPLE");
        var sent = handler.Request;
        AssertHides(error, (sent["Authorization"] ?? sent.Uri.Query).Split("Signature=")[1].Split('&')[0]);
    }

    [Fact]
    public async Task Message_without_a_secret_stays_as_it_came()
    {
        using var handler =
            new ScriptedHandler(CannedResponse.Error("NotAuthorizedException", message: "Access to Role 'a' is forbidden."));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<NotAuthorizedException>(client.GetOpenIdTokenForDeveloperIdentityAsync(
            new() { IdentityPoolId = TestClient.PoolId, Logins = new Dictionary<string, string> { ["login.example"] = "a" } }));

        Assert.Equal("Access to Role 'a' is forbidden.", error.ServiceMessage);
    }

    private static void AssertHides(CognitoIdentityException error, string secret)
    {
        Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, error.ServiceMessage, StringComparison.Ordinal);
    }
}
