using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>Makes a typed error of any answer that is not a success. Never throws: what cannot be read is left out.</summary>
internal static class ErrorReader
{
    private const string CodeHeader = "x-amzn-errortype";
    private const string MessageHeader = "x-amzn-errormessage";
    private const int LongestText = 1024;

    /// <summary>The error of an answer.</summary>
    /// <param name="response">The answer, for its status and headers.</param>
    /// <param name="body">Its body; empty if it could not be read.</param>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="retryAttempts">How many retries came before.</param>
    public static CognitoIdentityException Read(
        HttpResponseMessage response,
        ReadOnlySpan<byte> body,
        Operation operation,
        int retryAttempts)
    {
        var content = ErrorBody.Read(body);
        var code = CleanCode(content.Type)
            ?? CleanCode(ResponseMetadata.HeaderValue(response.Headers, CodeHeader))
            ?? CleanCode(content.Code)
            ?? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var message = content.Message
            ?? NullIfEmpty(ResponseMetadata.HeaderValue(response.Headers, MessageHeader))
            ?? Text(body, content)
            ?? ReasonPhrase(response);
        var requestId = ResponseMetadata.HeaderValue(response.Headers, ResponseMetadata.RequestIdHeader);
        return ExceptionFactory.Create(code, message).With(new()
        {
            ErrorCode = code,
            StatusCode = response.StatusCode,
            RequestId = requestId,
            RetryAttempts = retryAttempts,
            OperationName = operation.Name,
        });
    }

    /// <summary>The bare code in <c>ns#FooError:http://internal.amazon.com/coral/…/</c> and its other forms; null if there is none.</summary>
    /// <remarks>The forms are those of https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization.</remarks>
    internal static string? CleanCode(string? raw)
    {
        var code = raw.AsSpan();
        code = Before(code, ',');
        code = Before(code, ':');
        code = code[(code.IndexOf('#') + 1)..].Trim();
        return code.IsEmpty ? null : code.ToString();

        static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, char end) =>
            text.IndexOf(end) is >= 0 and var index ? text[..index] : text;
    }

    private static string? Text(ReadOnlySpan<byte> body, ErrorBody content)
    {
        // A load balancer's plain text is worth showing; its HTML page and half a JSON document are not.
        if (content.IsJson || body.IsEmpty)
        {
            return null;
        }

        // A character takes at most four bytes: no need to decode more than can be shown.
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestText * 4)]).Trim();
        return text.Length == 0 || text[0] == '<' ? null : text[..Math.Min(text.Length, LongestText)];
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // HTTP/2 has no reason phrase.
    private static string ReasonPhrase(HttpResponseMessage response) =>
        string.IsNullOrEmpty(response.ReasonPhrase)
            ? string.Create(CultureInfo.InvariantCulture, $"HTTP status {(int)response.StatusCode}")
            : response.ReasonPhrase;
}
