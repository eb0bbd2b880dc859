using System.Net;

namespace CognitoIdentity.Testing;

/// <summary>The emulator as the far end of an <see cref="HttpClient"/>, without a network.</summary>
internal sealed class InProcessHandler(RequestPipeline front) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // HttpClient throws the same over a network when nothing listens.
        if (front.HasStopped)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The emulator was disposed.");
        }

        var received = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var response = await front.SendAsync(received, cancellationToken).ConfigureAwait(false);
        // HttpClient throws the same over a network when the connection closes before the headers of a response.
        return response is null
            ? throw new HttpRequestException(
                HttpRequestError.ResponseEnded,
                "The connection was closed without a response.",
                new HttpIOException(HttpRequestError.ResponseEnded))
            : Respond(response, request);
    }

    private static async Task<ServiceRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            headers[name] = string.Join(',', values);
        }

        headers["Host"] = request.Headers.Host ?? uri.Authority;
        byte[] body = [];
        if (request.Content is { } content)
        {
            body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            foreach (var (name, values) in content.Headers.NonValidated)
            {
                headers[name] = string.Join(',', values);
            }

            headers["Content-Length"] = $"{body.Length}";
        }

        return new(request.Method.Method.ToUpperInvariant(), uri.AbsolutePath, uri.Query.TrimStart('?'), headers, body)
        {
            Scheme = uri.Scheme,
        };
    }

    private static HttpResponseMessage Respond(ServiceResponse response, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            Content = new ByteArrayContent(response.Body),
            RequestMessage = request,
        };
        message.Content.Headers.ContentLength = response.Body.Length;
        foreach (var (name, value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
