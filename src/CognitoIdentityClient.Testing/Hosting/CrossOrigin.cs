namespace CognitoIdentity.Testing;

/// <summary>
/// Cross-origin resource sharing as captured from the service: every page may call it, so applications in a browser can use the
/// emulator without a proxy. The paths of the control API are not the service's, and get none of it even while that API is off.
/// </summary>
internal static class CrossOrigin
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private const string ExposeHeaders = "Access-Control-Expose-Headers";
    private const string ExposedHeaders = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";

    /// <summary>Returns whether the request is a browser's question whether a page may call.</summary>
    public static bool IsPreflight(ServiceRequest request) => request.Method == "OPTIONS" && !ControlApi.Covers(request);

    /// <summary>Returns the response to a preflight: 200, without a body, with the headers that were asked for.</summary>
    public static ServiceResponse Preflight(ServiceRequest request, DateTimeOffset now)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Date"] = now.ToString("r"),
            ["x-amzn-requestid"] = Guid.NewGuid().ToString(),
            [AllowOrigin] = "*",
            ["Access-Control-Allow-Methods"] = "POST",
            [ExposeHeaders] = ExposedHeaders,
            ["Access-Control-Max-Age"] = "172800",
        };
        if (request.Header("Access-Control-Request-Headers") is { Length: > 0 } asked)
        {
            headers["Access-Control-Allow-Headers"] = ServiceResponse.HeaderText(asked);
        }

        return new(200, [], headers);
    }

    /// <summary>Returns the response with the headers that let a page read it, if a page asked.</summary>
    public static ServiceResponse Allow(ServiceRequest request, ServiceResponse response) =>
        request.Header("Origin") is null || ControlApi.Covers(request)
            ? response
            : response.With((AllowOrigin, "*"), (ExposeHeaders, ExposedHeaders));
}
