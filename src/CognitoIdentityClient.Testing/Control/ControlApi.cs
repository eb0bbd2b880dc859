using Microsoft.AspNetCore.Http;

namespace CognitoIdentity.Testing;

/// <summary>
/// The control API under <c>/_emulator/</c>, with the page that shows it: state, requests, faults and the clock over HTTP, for tests in
/// other languages and for people. It takes no credentials, so it is served on loopback addresses only and to no foreign page.
/// </summary>
internal sealed class ControlApi(ControlContext context)
{
    /// <summary>The path of the page, and the beginning of every path of the API.</summary>
    public const string Root = "/_emulator";

    private readonly ControlRoute[] _routes = ControlRoutes.Create(context);

    /// <summary>The routes, for the test that compares them with the OpenAPI document.</summary>
    public IReadOnlyList<ControlRoute> Routes => _routes;

    /// <summary>Returns whether a path belongs to the control API, whether or not that API is on.</summary>
    public static bool Covers(PathString path) => path.StartsWithSegments(Root, StringComparison.Ordinal);

    /// <inheritdoc cref="Covers(PathString)"/>
    public static bool Covers(ServiceRequest request) =>
        request.Path.StartsWith('/') && Covers(PathString.FromUriComponent(request.Path));

    public async Task HandleAsync(HttpContext http)
    {
        SetHeaders(http.Response);
        try
        {
            ForeignPageGuard.Check(http.Request);
            await RouteAsync(http).ConfigureAwait(false);
        }
        catch (ControlError error) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, error.Status, error.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, 400, error.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client left, or the emulator is being disposed: nobody reads a response.
        }
    }

    private async Task RouteAsync(HttpContext http)
    {
        var path = http.Request.Path.Value![Root.Length..];
        if (path.Length == 0)
        {
            http.Response.StatusCode = 308;
            http.Response.Headers.Location = Root + "/";
            return;
        }

        var method = HttpMethods.IsHead(http.Request.Method) ? HttpMethods.Get : http.Request.Method;
        var matches = _routes.Where(route => route.Matches(path)).ToList();
        var match = matches.Find(route => route.Method == method) ?? throw NoRoute(http.Response, path, matches);
        foreach (var name in http.Request.Query.Keys)
        {
            if (!match.Parameters.Contains(name))
            {
                throw ControlError.Invalid(match.Parameters.Length == 0
                    ? $"There is no query parameter '{name}'."
                    : $"There is no query parameter '{name}'. The parameters are {string.Join(", ", match.Parameters)}.");
            }
        }

        await match.Handle(new(http, match.IdIn(path))).ConfigureAwait(false);
    }

    private static ControlError NoRoute(HttpResponse response, string path, List<ControlRoute> matches)
    {
        if (matches.Count == 0)
        {
            return ControlError.NotFound($"There is no '{Root}{path}'. The API is described at {Root}/openapi.json.");
        }

        var allowed = string.Join(", ", matches.Select(route => route.Method).Distinct());
        response.Headers.Allow = allowed;
        return new(405, $"'{Root}{path}' takes {allowed}.");
    }

    private static Task RefuseAsync(HttpContext http, int status, string detail)
    {
        var problem = new ProblemDocument(status, Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status), detail);
        return new ControlCall(http, "").RespondAsync(problem, ControlJson.Readable.ProblemDocument, status);
    }

    private static void SetHeaders(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XFrameOptions = "DENY";
        response.Headers.ContentSecurityPolicy = ConsoleFiles.ContentSecurityPolicy;
    }
}
