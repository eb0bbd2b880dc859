using System.Text;
using System.Text.Json;

namespace CognitoIdentity;

/// <summary>
/// The secrets of a request, which the service's message about it can repeat: a ValidationException on Logins was seen to quote the whole
/// token, and an InvalidSignatureException can quote the signed headers. Collected only once there is an error to report.
/// </summary>
internal sealed class RequestSecrets
{
    private const string Mask = "***";

    // Shorter values, such as the user identifiers of a developer provider can be, are in too many words of a message.
    private const int ShortestSecret = 4;

    // A text that was cut off can end with the beginning of a secret.
    private const int ShortestBeginning = 8;

    private readonly List<string> _secrets = [];

    /// <param name="request">The request as it was sent; null if the handlers hide it.</param>
    /// <param name="call">The call that the request is of.</param>
    public RequestSecrets(HttpRequestMessage? request, Call call)
    {
        AddMembers(call.Body);
        if (request is not null)
        {
            AddSignature(request);
        }

        // The header and the query of the signature contain the keys. They come first, so that they are masked as a whole.
        if (call.Keys is { } keys)
        {
            Add(keys.Token);
            Add(AfterKind(keys.AccessKey));
        }
    }

    /// <summary>Replaces every secret in a text, and the beginning of one at its end.</summary>
    public string MaskIn(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
            for (var length = Math.Min(secret.Length - 1, text.Length); length >= ShortestBeginning; length--)
            {
                if (text.AsSpan().EndsWith(secret.AsSpan(0, length)))
                {
                    text = string.Concat(text.AsSpan(0, text.Length - length), Mask);
                    break;
                }
            }
        }

        return text;
    }

    private void AddMembers(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var isSecret = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                isSecret = reader.ValueTextEquals("Logins"u8) || reader.ValueTextEquals("Token"u8);
            }
            else if (isSecret && reader.TokenType == JsonTokenType.String)
            {
                Add(reader.GetString());
                if (reader.ValueIsEscaped)
                {
                    // An error about the JSON itself can quote the body as it was sent.
                    Add(Encoding.UTF8.GetString(reader.ValueSpan));
                }
            }
        }
    }

    private void AddSignature(HttpRequestMessage request)
    {
        if (ResponseMetadata.HeaderValue(request.Headers, "Authorization") is { } authorization)
        {
            Add(authorization);
            Add(Between(authorization, "Signature=", ','));
        }

        if (request.RequestUri is { Query.Length: > 0 } address)
        {
            Add(address.Query);
            Add(Between(address.Query, "X-Amz-Signature=", '&'));
            Add(Between(address.Query, "X-Amz-Security-Token=", '&'));
        }
    }

    // The first four characters of an access key id tell its kind, and may be shown.
    private static string AfterKind(string accessKeyId) => accessKeyId.Length > 4 ? accessKeyId[4..] : "";

    private static string Between(string text, string start, char end)
    {
        var index = text.IndexOf(start, StringComparison.Ordinal);
        return index < 0 ? "" : text[(index + start.Length)..].Split(end)[0];
    }

    private void Add(string? secret)
    {
        if (secret?.Length >= ShortestSecret)
        {
            _secrets.Add(secret);
        }
    }
}
