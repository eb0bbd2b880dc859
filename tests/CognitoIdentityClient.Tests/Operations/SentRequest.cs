using System.Globalization;

namespace CognitoIdentity.Tests.Operations;

/// <summary>A request as it left the client, which disposes the message itself when the call ends.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public static async Task<SentRequest> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken)
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
