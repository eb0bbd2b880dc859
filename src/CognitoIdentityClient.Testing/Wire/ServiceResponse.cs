using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>An answer as it goes onto the wire.</summary>
internal sealed record ServiceResponse(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public const string JsonContentType = "application/x-amz-json-1.1";

    /// <summary>A success: the members of the output, or no body at all for an operation without output.</summary>
    public static ServiceResponse Success(JsonObject? output, string requestId, DateTimeOffset now) =>
        new(200, output is null ? [] : Bytes(output), CommonHeaders(JsonContentType, requestId, now));

    /// <summary>An error in the service's own shape, on the status that it uses for it.</summary>
    public static ServiceResponse Error(ServiceError error, string requestId, DateTimeOffset now)
    {
        var headers = CommonHeaders(JsonContentType, requestId, now);
        // The colon at the end is there on the real wire too: a namespace URI used to follow it.
        headers["x-amzn-errortype"] = $"{error.Code}:";
        return new(error.Status, Bytes(new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }), headers);
    }

    /// <summary>Any other document, such as the key set.</summary>
    public static ServiceResponse Document(JsonObject document, string requestId, DateTimeOffset now) =>
        new(200, Bytes(document), CommonHeaders("application/json", requestId, now));

    private static Dictionary<string, string> CommonHeaders(string contentType, string requestId, DateTimeOffset now) =>
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = contentType,
            ["Date"] = now.ToString("r"),
            ["x-amzn-requestid"] = requestId,
        };

    private static byte[] Bytes(JsonObject document) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(document);
}
