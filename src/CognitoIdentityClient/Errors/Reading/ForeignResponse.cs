using System.Globalization;

namespace CognitoIdentity;

/// <summary>
/// Explains the errors of responses that other servers than Amazon Cognito sent: the sign-in page of a network, a proxy, a wrong endpoint.
/// </summary>
internal static class ForeignResponse
{
    /// <summary>The content type of JSON that other servers send. The service has one of its own.</summary>
    public const string PlainJson = "application/json";

    /// <summary>Adds the endpoint to an error whose response did not come from the service.</summary>
    public static CognitoIdentityException ExplainIfForeign(this CognitoIdentityException error, HttpResponseMessage response) =>
        HasRequestId(response) ? error : error.ExplainForeign(response);

    /// <summary>Adds the endpoint, the status and the redirect of a foreign response to its error.</summary>
    public static CognitoIdentityException ExplainForeign(this CognitoIdentityException error, HttpResponseMessage response)
    {
        error.Explain(ErrorReason.NotCognitoIdentity, Hint(response));
        return error;
    }

    /// <summary>Returns whether a response has a request id, as every one of the service has.</summary>
    public static bool HasRequestId(HttpResponseMessage response) => ResponseMetadata.ReadRequestId(response.Headers) is not null;

    /// <summary>Returns whether Amazon API Gateway refused the request itself, in front of whatever is behind it.</summary>
    /// <remarks>
    /// It sends a request id and a code like the service's: <c>MissingAuthenticationTokenException</c> for any path that it does not know.
    /// But its body is plain JSON without a code. Test servers that send plain JSON have the code in the body too.
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
    /// </remarks>
    public static bool IsOfGateway(HttpResponseMessage response, ErrorBody body) =>
        body is { Type: null, Code: null } && response.Content.Headers.ContentType?.MediaType == PlainJson;

    private static string Hint(HttpResponseMessage response)
    {
        var address = response.RequestMessage?.RequestUri;
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var redirect = Redirect(response, address) is { } target ? $", which redirects to {target}" : "";
        return $"The response of {Shown(address) ?? "the endpoint"} (status {status}{redirect}) does not look like one of Amazon Cognito. "
            + ErrorReason.NotCognitoIdentity.Hint;
    }

    private static string? Redirect(HttpResponseMessage response, Uri? address) =>
        response.Headers.Location is not { } location ? null
        : location.IsAbsoluteUri ? Shown(location)
        : address is not null && Uri.TryCreate(address, location, out var absolute) ? Shown(absolute)
        : null;

    // Without the query, in which a signature may be, and without user information.
    private static string? Shown(Uri? address) =>
        address?.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
