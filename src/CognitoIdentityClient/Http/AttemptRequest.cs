using System.Net;

namespace CognitoIdentity;

/// <summary>The request message of one attempt. It is new for every attempt, because a message can be sent only once.</summary>
internal sealed class AttemptRequest : HttpRequestMessage
{
    public AttemptRequest(Call call, ClientSettings settings)
        : base(HttpMethod.Post, settings.Endpoint)
    {
        Call = call;
        Content = call.Content = new(call.Body);

        // Or lower: over plain http, and if TLS does not negotiate HTTP/2, it is HTTP/1.1.
        Version = HttpVersion.Version20;
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;

        // Without validation the header stays a string: nothing is parsed and no objects are created.
        Content.Headers.TryAddWithoutValidation("Content-Type", WireJson.ContentType);
        Headers.TryAddWithoutValidation("X-Amz-Target", call.Operation.Target);
        Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        Headers.TryAddWithoutValidation("amz-sdk-invocation-id", call.InvocationId);
        Headers.TryAddWithoutValidation(
            "amz-sdk-request",
            call.Attempts == 1 ? settings.FirstAttempt : ClientSettings.DescribeAttempt(call.Attempts, settings.MaxAttempts));
    }

    /// <summary>The call that the attempt belongs to.</summary>
    public Call Call { get; }
}
