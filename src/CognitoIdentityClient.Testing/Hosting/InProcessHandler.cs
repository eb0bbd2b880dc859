using System.Net;

namespace CognitoIdentity.Testing;

/// <summary>The emulator as the far end of an <see cref="HttpClient"/>, without a network.</summary>
internal sealed class InProcessHandler(RequestPipeline front) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // What HttpClient throws over a network when nobody listens any more.
        if (front.HasStopped)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The emulator was disposed.");
        }

        var received = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = await front.SendAsync(received, cancellationToken).ConfigureAwait(false);
        // What HttpClient throws over a network when the connection closes before the headers of an answer.
        return answer is null
            ? throw new HttpRequestException(
                HttpRequestError.ResponseEnded,
                "The connection was closed without an answer.",
                new HttpIOException(HttpRequestError.ResponseEnded))
            : Respond(answer, request);
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

    private static HttpResponseMessage Respond(ServiceResponse answer, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = new ByteArrayContent(answer.Body),
            RequestMessage = request,
        };
        response.Content.Headers.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }
        return response;
    }
}
