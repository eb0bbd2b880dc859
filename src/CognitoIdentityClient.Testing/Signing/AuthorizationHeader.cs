namespace CognitoIdentity.Testing;

/// <summary>The parts of an Authorization header of Signature Version 4.</summary>
internal sealed record AuthorizationHeader(
    string AccessKeyId,
    string ScopeDate,
    string ScopeRegion,
    string ScopeService,
    string ScopeTerminator,
    IReadOnlyList<string> SignedHeaders,
    string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly string[] Required = ["Credential", "Signature", "SignedHeaders"];

    private const string IncompleteSignature = "IncompleteSignatureException";

    /// <exception cref="ServiceError">MissingAuthenticationTokenException or IncompleteSignatureException, which names what lacks.</exception>
    /// <remarks>
    /// The texts are those of the AWS front end (https://github.com/iann0036/cloud9-sync/issues/10,
    /// https://github.com/nordcloud/cognitocurl/issues/28), without the repetition of the header at their end: it is a secret.
    /// </remarks>
    public static AuthorizationHeader Parse(ServiceRequest request)
    {
        var header = request.Header("Authorization");
        if (string.IsNullOrWhiteSpace(header))
        {
            throw new ServiceError("MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        var algorithmEnd = header.IndexOf(' ', StringComparison.Ordinal);
        if (algorithmEnd < 0 || header[..algorithmEnd] != Algorithm)
        {
            throw new ServiceError(IncompleteSignature, $"Unsupported AWS 'algorithm': the Authorization header must start with '{Algorithm}'.");
        }

        var parameters = ParseParameters(header[algorithmEnd..]);
        var missing = Required
            .Where(name => !parameters.ContainsKey(name))
            .Select(name => $"Authorization header requires '{name}' parameter.")
            .ToList();
        if (request.Header("X-Amz-Date") is null && request.Header("Date") is null)
        {
            missing.Add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }

        if (missing.Count > 0)
        {
            throw new ServiceError(IncompleteSignature, string.Join(' ', missing));
        }

        // An access key id holds no slash, so the scope is the last four parts.
        var credential = parameters["Credential"].Split('/');
        if (credential.Length != 5)
        {
            throw new ServiceError(IncompleteSignature, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
        }

        return new(
            credential[0],
            credential[1],
            credential[2],
            credential[3],
            credential[4],
            parameters["SignedHeaders"].Split(';'),
            parameters["Signature"]);
    }

    private static Dictionary<string, string> ParseParameters(string text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new ServiceError(IncompleteSignature, "A part of the Authorization header is not a valid key=value pair (missing equal-sign).");
            }

            parameters[part[..equals]] = part[(equals + 1)..];
        }
        return parameters;
    }
}
