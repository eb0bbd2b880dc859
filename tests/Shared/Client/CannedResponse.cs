using System.Net;
using System.Text;

namespace CognitoIdentity.Tests.Support;

/// <summary>Steps of a <see cref="ScriptedHandler"/>.</summary>
public static class CannedResponse
{
    public const string RequestId = "c0ffee00-0000-4000-8000-000000000001";

    /// <summary>An output that satisfies every operation: it has the members that any of them needs.</summary>
    public static Step Ok { get; } = Body("""
        {
          "IdentityId": "us-east-1:1", "IdentityPoolId": "us-east-1:2", "IdentityPoolName": "pool", "Token": "jwt",
          "Credentials": { "AccessKeyId": "ASIA", "SecretKey": "secret", "SessionToken": "session", "Expiration": 1.0 }
        }
        """);

    /// <summary>No response, after the request was sent: the service may have carried it out.</summary>
    public static Step Lost { get; } = Failure(new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."));

    /// <summary>No connection, so no request was sent.</summary>
    public static Step NotConnected { get; } = Failure(new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));

    /// <summary>Waits until the request is canceled.</summary>
    public static Step Never { get; } = async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Unreachable");
    };

    public static Step Error(string code, int status = 400, string message = "Some message") =>
        Body($$"""{"__type":"{{code}}","message":"{{message}}"}""", status);

    public static Step Body(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Body(Encoding.UTF8.GetBytes(body), status, headers);

    public static Step Body(byte[] body, int status = 200, params (string Name, string Value)[] headers) =>
        Content(() => new ByteArrayContent(body), status, headers);

    /// <summary>A body with the service's content type, and with no headers but those given: no request id either.</summary>
    public static Step Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Plain(() => new StringContent(body), status, [("Content-Type", "application/x-amz-json-1.1"), .. headers]);

    public static Step Content(Func<HttpContent> content, int status = 200, params (string Name, string Value)[] headers) =>
        Plain(content, status, [("x-amzn-RequestId", RequestId), .. headers]);

    public static Step Failure(Exception exception) => (_, _) => Task.FromException<HttpResponseMessage>(exception);

    private static Step Plain(Func<HttpContent> content, int status, (string Name, string Value)[] headers) => (_, _) =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content() };
        foreach (var (name, value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.Remove(name);
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return Task.FromResult(response);
    };
}
