using System.Globalization;

namespace CognitoIdentity;

/// <summary>
/// Explains the errors of responses that other servers than Amazon Cognito sent: the sign-in page of a network, a proxy, a wrong endpoint.
/// Every response of the service has a request id.
/// </summary>
internal static class ForeignResponse
{
    /// <summary>Adds to an error, if its response did not come from the service, from where it came.</summary>
    public static CognitoIdentityException ExplainIfForeign(this CognitoIdentityException error, HttpResponseMessage response) =>
        HasRequestId(response) ? error : error.ExplainForeign(response);

    /// <summary>Adds to an error from where its response came, which did not come from the service.</summary>
    public static CognitoIdentityException ExplainForeign(this CognitoIdentityException error, HttpResponseMessage response)
    {
        error.Explain(ErrorReason.NotCognitoIdentity, Hint(response));
        return error;
    }

    /// <summary>Whether a response has a request id, as every one of the service has.</summary>
    public static bool HasRequestId(HttpResponseMessage response) =>
        !string.IsNullOrEmpty(ResponseMetadata.HeaderValue(response.Headers, ResponseMetadata.RequestIdHeader));

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
