using System.Text.Json;

namespace CognitoIdentity;

/// <summary>
/// Recognizes a success that another server sent. JSON of another shape, such as the status page of a wrong endpoint, would otherwise pass
/// for the empty output of an operation whose members may all be missing: no pools, or a deletion that succeeded.
/// </summary>
/// <remarks>
/// Only the service and its test servers send its content type. Some test servers send another one, or none, or no request id
/// (https://github.com/getmoto/moto/issues/7162), and other services of AWS send request ids too. So where these leave open where a
/// response came from, its body decides.
/// </remarks>
internal static class ForeignSuccess
{
    public static bool IsForeign(HttpResponseMessage response, ReadOnlySpan<byte> body, Operation operation)
    {
        if (ResponseMetadata.HeaderValue(response.Content.Headers, "Content-Type") == WireJson.ContentType)
        {
            // Nearly every response: the header does not have to be parsed.
            return false;
        }

        var contentType = response.Content.Headers.ContentType?.MediaType;
        var hasRequestId = ForeignResponse.HasRequestId(response);
        var isForOthers = contentType is "text/html" or ForeignResponse.PlainJson;
        var mayBeForeign = operation.HasOutput
            ? isForOthers || (!hasRequestId && contentType is not (null or WireJson.ContentType))

            // The service's body is ignored here, whatever it is.
            : isForOthers && !hasRequestId;
        return mayBeForeign && !IsOutput(body, operation);
    }

    // An operation that leaves out every member has an empty object or an empty body as its output.
    private static bool IsOutput(ReadOnlySpan<byte> body, Operation operation)
    {
        if (body.IsEmpty)
        {
            return true;
        }

        var reader = new Utf8JsonReader(body);
        try
        {
            var isEmpty = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (operation.IsResponseMember(in reader))
                {
                    return true;
                }

                isEmpty = false;
                reader.Skip();
            }

            return isEmpty;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
