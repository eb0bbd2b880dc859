using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>Reads the typed error in any response that is not a success. Never throws: what cannot be read is left out.</summary>
internal static class ErrorReader
{
    private const string CodeHeader = "x-amzn-errortype";
    private const string MessageHeader = "x-amzn-errormessage";
    private const int LongestText = 1024;

    /// <summary>Reads the error in a response.</summary>
    /// <param name="response">The response, for its status and headers, and for the request that was sent.</param>
    /// <param name="body">The body of the response; empty if it could not be read.</param>
    /// <param name="call">The call that was made.</param>
    /// <param name="region">The client's region; null if it has none.</param>
    public static CognitoIdentityException Read(HttpResponseMessage response, ReadOnlySpan<byte> body, Call call, string? region)
    {
        var content = ErrorBody.Read(body);
        var code = CleanCode(content.Type)
            ?? CleanCode(ResponseMetadata.HeaderValue(response.Headers, CodeHeader))
            ?? CleanCode(content.Code)
            ?? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var secrets = new RequestSecrets(response.RequestMessage, call);
        var message = content.Message
            ?? NullIfEmpty(ResponseMetadata.HeaderValue(response.Headers, MessageHeader))
            ?? Text(body, content, secrets)
            ?? ReasonPhrase(response);
        var error = ExceptionFactory.Create(code, secrets.MaskIn(message)).With(new()
        {
            ErrorCode = code,
            StatusCode = response.StatusCode,
            RequestId = ResponseMetadata.ReadRequestId(response.Headers),
            RetryAttempts = call.RetryAttempts,
            OperationName = call.Operation.Name,
            Region = region,
        });

        // A test server may have no request ids, but it has the codes of the service.
        return ForeignResponse.IsOfGateway(response, content) ? error.ExplainForeign(response)
            : IsKnown(error) ? error
            : error.ExplainIfForeign(response);
    }

    /// <summary>
    /// Returns the plain code in <c>ns#FooError:http://internal.amazon.com/coral/…/</c> and its other forms, or null if the text has no
    /// code.
    /// </summary>
    /// <remarks>The forms are those of
    /// https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html#operation-error-serialization.</remarks>
    private static string? CleanCode(string? raw)
    {
        var code = raw.AsSpan();
        code = Before(code, ',');
        code = Before(code, ':');
        code = code[(code.IndexOf('#') + 1)..].Trim();
        return code.IsEmpty ? null : code.ToString();

        static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, char end) =>
            text.IndexOf(end) is >= 0 and var index ? text[..index] : text;
    }

    private static bool IsKnown(CognitoIdentityException error) =>
        error.GetType() != typeof(CognitoIdentityException)
        || ErrorClassification.IsThrottlingCode(error.ErrorCode)
        || error.Reason == ErrorReason.UnrecognizedOperation;

    private static string? Text(ReadOnlySpan<byte> body, ErrorBody content, RequestSecrets secrets)
    {
        // A load balancer's plain text is worth showing; its HTML page and half a JSON document are not.
        if (content.IsJson || body.IsEmpty)
        {
            return null;
        }

        // A character takes at most four bytes: no need to decode more than can be shown. Masked before it is cut, so that no half of a
        // secret stays.
        var text = secrets.MaskIn(Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestText * 4)]).Trim());
        text = text[..Math.Min(text.Length, LongestText)];
        return text.Length == 0 || text[0] == '<' || text.Any(IsUnreadable) ? null : text;
    }

    // Compressed or encrypted bytes that a proxy sends without being asked to, or control characters for a terminal that shows the log.
    private static bool IsUnreadable(char character) =>
        character == '\uFFFD' || (char.IsControl(character) && !char.IsWhiteSpace(character));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // HTTP/2 has no reason phrase.
    private static string ReasonPhrase(HttpResponseMessage response) =>
        string.IsNullOrEmpty(response.ReasonPhrase)
            ? string.Create(CultureInfo.InvariantCulture, $"HTTP status {(int)response.StatusCode}")
            : response.ReasonPhrase;
}
