using System.Globalization;
using System.Text;

namespace CognitoIdentity.Tests.Support;

/// <summary>A request as it was when it reached the handler: the message itself does not outlive the call.</summary>
public sealed record RecordedRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Gets a header's value; null if the request does not have it.</summary>
    public string? this[string header] => Headers.GetValueOrDefault(header);

    public static async Task<RecordedRequest> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = request.Content!;
        var headers = request.Headers.NonValidated.Concat(content.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

        // HttpClient writes it from here; a length of null would make the request a chunked one.
        if (content.Headers.ContentLength is { } length)
        {
            headers["Content-Length"] = length.ToString(CultureInfo.InvariantCulture);
        }

        return new(request.Method, request.RequestUri!, headers, await content.ReadAsByteArrayAsync(cancellationToken));
    }
}
