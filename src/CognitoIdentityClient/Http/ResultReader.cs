using System.Text.Json;

namespace CognitoIdentity;

/// <summary>Reads the response of an operation that succeeded.</summary>
internal static class ResultReader
{
    // The serializer's advice to the author of a type, in its message for a null member.
    private const string SerializerAdvice = " Consider updating its nullability annotation.";

    /// <summary>Reads a success.</summary>
    /// <returns>The error of a response that cannot be read; null if <paramref name="result"/> was read.</returns>
    public static CognitoIdentityException? TryRead(
        Call call,
        HttpResponseMessage response,
        ResponseBody body,
        int limit,
        out CognitoIdentityResponse? result)
    {
        result = null;
        if (body.IsTooLong)
        {
            return CallErrors.InvalidResponse(call, response, $"is longer than MaxResponseBytes, {limit} bytes", cause: null);
        }

        try
        {
            var output = call.Operation.ReadResponse(body.Bytes);
            if (output is null)
            {
                return CallErrors.InvalidResponse(call, response, "is not a JSON object", cause: null);
            }

            if (ForeignSuccess.IsForeign(response, body.Bytes, call.Operation))
            {
                return CallErrors.InvalidResponse(call, response, "has no member of its output", cause: null).ExplainForeign(response);
            }

            output.SetMetadata(new ResponseMetadata(response, call.RetryAttempts));
            result = output;
            return null;
        }
        catch (JsonException exception)
        {
            return Unreadable(call, response, body, exception);
        }
    }

    /// <summary>
    /// Returns the empty output of an operation whose work was done before this response: an earlier attempt removed what the service no
    /// longer finds.
    /// </summary>
    public static CognitoIdentityResponse Empty(Call call, HttpResponseMessage response)
    {
        var result = call.Operation.ReadResponse([])!;
        result.SetMetadata(new ResponseMetadata(response, call.RetryAttempts));
        return result;
    }

    // The serializer's messages name a member by its path and never show its value. But the inner messages, those of the JSON reader, quote
    // the text that is not JSON, which may be a token.
    private static CognitoIdentityException Unreadable(
        Call call,
        HttpResponseMessage response,
        ResponseBody body,
        JsonException exception)
    {
        if (exception.InnerException is JsonException)
        {
            return CallErrors.InvalidResponse(
                call,
                response,
                $"is not JSON: see {exception.Path}, byte {exception.BytePositionInLine} of line {exception.LineNumber}",
                cause: null);
        }

        var error = CallErrors.InvalidResponse(
            call,
            response,
            $"cannot be read: {exception.Message.Replace(SerializerAdvice, "", StringComparison.Ordinal).TrimEnd('.')}",
            exception);
        return ForeignSuccess.IsForeign(response, body.Bytes, call.Operation) ? error.ExplainForeign(response) : error;
    }
}
