namespace CognitoIdentity.Testing;

/// <summary>The signature of a request as the request has it, in the Authorization header or in the query string.</summary>
internal sealed record RequestSignature(
    string AccessKeyId,
    string ScopeDate,
    string ScopeRegion,
    string ScopeService,
    string ScopeTerminator,
    IReadOnlyList<string> SignedHeaders,
    string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The last part of every scope.</summary>
    public const string Terminator = "aws4_request";

    /// <summary>The error code for a signature that lacks something.</summary>
    public const string Incomplete = "IncompleteSignatureException";

    /// <summary>The time of signing that the request names.</summary>
    public required string Date { get; init; }

    /// <summary>The session token; empty if there is none.</summary>
    public required string Token { get; init; }

    public static bool IsOn(ServiceRequest request) =>
        request.Header("Authorization")?.StartsWith(Algorithm, StringComparison.Ordinal) == true || QuerySignature.IsOn(request);

    /// <exception cref="ServiceError">MissingAuthenticationTokenException or IncompleteSignatureException, which names what
    /// lacks.</exception>
    public static RequestSignature Parse(ServiceRequest request) =>
        QuerySignature.IsOn(request) ? QuerySignature.Parse(request) : AuthorizationHeader.Parse(request);

    /// <summary>Creates a signature from its credential, which has the scope.</summary>
    /// <exception cref="ServiceError">IncompleteSignatureException.</exception>
    public static RequestSignature Create(string credential, string signedHeaders, string signature, string date, string token)
    {
        // An access key id holds no slash, so the scope is the last four parts.
        var parts = credential.Split('/');
        return parts.Length == 5
            ? new(parts[0], parts[1], parts[2], parts[3], parts[4], signedHeaders.Split(';'), signature) { Date = date, Token = token }
            : throw new ServiceError(
                Incomplete, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
    }
}
