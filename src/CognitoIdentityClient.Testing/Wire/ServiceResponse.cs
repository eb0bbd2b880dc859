using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>A response as it goes onto the wire.</summary>
internal sealed record ServiceResponse(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public const string JsonContentType = "application/x-amz-json-1.1";

    // Clients limit the whole of a response's headers: Node.js to 16 KiB, .NET to 64 KiB.
    private const int MaxErrorMessageHeader = 1024;

    /// <summary>The error that the response reports; null for a success.</summary>
    public ServiceError? Failure { get; init; }

    /// <summary>Creates a success: the members of the output, or no body at all for an operation without output.</summary>
    public static ServiceResponse Success(JsonObject? output, string requestId, DateTimeOffset now) =>
        new(200, output is null ? [] : JsonText.ToUtf8(output), CommonHeaders(JsonContentType, requestId, now));

    /// <summary>Creates an error in the service's own shape, with the status that the service uses for it.</summary>
    public static ServiceResponse Error(
        ServiceError error, string requestId, DateTimeOffset now, string contentType = JsonContentType)
    {
        var headers = CommonHeaders(contentType, requestId, now);
        // The colon at the end is there on the real wire too: a namespace URI used to follow it.
        headers["x-amzn-errortype"] = $"{error.Code}:";
        headers["x-amzn-errormessage"] = HeaderText(error.Message[..Math.Min(error.Message.Length, MaxErrorMessageHeader)]);
        var body = JsonText.ToUtf8(new JsonObject { ["__type"] = error.Code, ["message"] = error.Message });
        return new(error.Status, body, headers) { Failure = error };
    }

    /// <summary>Creates the response with any other JSON document, such as the key set.</summary>
    public static ServiceResponse Document(JsonObject document, string requestId, DateTimeOffset now) =>
        new(200, JsonText.ToUtf8(document), CommonHeaders("application/json", requestId, now));

    /// <summary>Returns the headers that every response has.</summary>
    public static Dictionary<string, string> CommonHeaders(string contentType, string requestId, DateTimeOffset now) =>
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = contentType,
            ["Date"] = now.ToString("r"),
            ["x-amzn-requestid"] = requestId,
        };

    /// <summary>Returns the response with more headers, or with other values of those that it has.</summary>
    public ServiceResponse With(params ReadOnlySpan<(string Name, string Value)> more)
    {
        var headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in more)
        {
            headers[name] = value;
        }

        return this with { Headers = headers };
    }

    /// <summary>Returns a text for a header, which holds only printable ASCII, though the text can repeat any part of a request.</summary>
    public static string HeaderText(string message) => string.Create(
        message.Length,
        message,
        static (header, text) =>
        {
            for (var i = 0; i < header.Length; i++)
            {
                header[i] = text[i] is >= ' ' and <= '~' ? text[i] : '?';
            }
        });
}
