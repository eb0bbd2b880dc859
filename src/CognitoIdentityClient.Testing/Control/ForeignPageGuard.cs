using System.Net;
using Microsoft.AspNetCore.Http;

namespace CognitoIdentity.Testing;

/// <summary>
/// Keeps web pages of other origins away from the control API, which shows tokens and takes no credentials. A foreign page reaches a
/// loopback address in three ways: with CORS, with a form or an image (no preflight), and by DNS rebinding, where its own host name
/// is made to point to 127.0.0.1.
/// </summary>
internal static class ForeignPageGuard
{
    /// <exception cref="ControlError">The request comes, or may come, from a page of another origin.</exception>
    public static void Check(HttpRequest request)
    {
        // DNS rebinding: the browser then sends the foreign page's own name as the host.
        if (request.Headers.Host.Count != 1 || !IsLoopbackName(request.Host.Host))
        {
            throw ControlError.Forbidden("The Host header must be localhost or a loopback address.");
        }

        var origin = request.Headers.Origin;
        if (origin.Count > 0 && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            throw ControlError.Forbidden("Requests from pages of other origins are refused.");
        }

        // Browsers send no Origin with images, scripts and links. A link may lead to the page, which has no effect by itself.
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site"
            && request.Headers["Sec-Fetch-Mode"].ToString() != "navigate")
        {
            throw ControlError.Forbidden("Requests from pages of other sites are refused.");
        }

        // A form can be posted without a preflight, but not as JSON. A browser asks first for any other method.
        if (HttpMethods.IsPost(request.Method) && !IsJson(request.ContentType))
        {
            throw ControlError.Invalid("The Content-Type header must be application/json.");
        }
    }

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsJson(string? contentType) =>
        string.Equals(contentType?.Split(';')[0].Trim(), "application/json", StringComparison.OrdinalIgnoreCase);
}
