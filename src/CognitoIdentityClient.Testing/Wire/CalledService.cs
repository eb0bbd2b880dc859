namespace CognitoIdentity.Testing;

/// <summary>
/// Finds the AWS service that a request means. With a setting such as <c>AWS_ENDPOINT_URL</c> requests for any service reach the emulator.
/// </summary>
internal static class CalledService
{
    /// <summary>The emulator's own service, as scopes and ARNs name it.</summary>
    public const string Own = "cognito-identity";

    /// <summary>
    /// Returns the service that the request is signed for or whose target it names, such as <c>s3</c> or <c>DynamoDB_20120810</c>; null if
    /// that is the emulator's own or the request does not say.
    /// </summary>
    public static string? FindOther(ServiceRequest request)
    {
        var target = request.Header("X-Amz-Target") ?? "";
        if (OperationTable.IsTarget(target))
        {
            return null;
        }

        if (SignedFor(request) is { Length: > 0 } service)
        {
            return service == Own ? null : service;
        }

        return target.LastIndexOf('.') is > 0 and var dot ? target[..dot] : null;
    }

    // The scope of a credential is <date>/[<region>/]<service>/aws4_request, after the id of the access key. Whether the rest of the
    // signature is valid does not matter here.
    private static string? SignedFor(ServiceRequest request)
    {
        var text = request.Header("Authorization") ?? Uri.UnescapeDataString(request.Query);
        var start = text.IndexOf("Credential=", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var credential = text[start..];
        var end = credential.AsSpan().IndexOfAny(',', '&', ' ');
        var parts = (end < 0 ? credential : credential[..end]).Split('/');
        return parts is [_, _, .., var service, RequestSignature.Terminator] ? service : null;
    }
}
