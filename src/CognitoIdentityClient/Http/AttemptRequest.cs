using System.Net;

namespace CognitoIdentity;

/// <summary>The request message of one attempt. It is new for every attempt, because a message can be sent only once.</summary>
internal static class AttemptRequest
{
    public static HttpRequestMessage Create(Call call, ClientSettings settings)
    {
        call.Content = new RequestContent(call.Body);
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint)
        {
            Content = call.Content,

            // Or lower: over plain http, and if TLS does not negotiate HTTP/2, it is HTTP/1.1.
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Options.Set(Call.OptionsKey, call);

        // Without validation the header stays a string: nothing is parsed and no objects are created.
        request.Content.Headers.TryAddWithoutValidation("Content-Type", WireJson.ContentType);
        request.Headers.TryAddWithoutValidation("X-Amz-Target", call.Operation.Target);
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        request.Headers.TryAddWithoutValidation("amz-sdk-invocation-id", call.InvocationId);
        request.Headers.TryAddWithoutValidation("amz-sdk-request", $"attempt={call.Attempts}; max={settings.MaxAttempts}");
        return request;
    }
}
