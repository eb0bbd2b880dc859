namespace CognitoIdentity.Testing;

/// <summary>A signature in the Authorization header.</summary>
internal static class AuthorizationHeader
{
    private static readonly string[] Required = ["Credential", "Signature", "SignedHeaders"];

    /// <exception cref="ServiceError">MissingAuthenticationTokenException or IncompleteSignatureException, which names what
    /// lacks.</exception>
    /// <remarks>
    /// The texts are those of the AWS front end (https://github.com/iann0036/cloud9-sync/issues/10,
    /// https://github.com/nordcloud/cognitocurl/issues/28), without the repetition of the header at their end: it is a secret.
    /// </remarks>
    public static RequestSignature Parse(ServiceRequest request)
    {
        var header = request.Header("Authorization");
        if (string.IsNullOrWhiteSpace(header))
        {
            throw new ServiceError("MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        var algorithmEnd = header.IndexOf(' ', StringComparison.Ordinal);
        if (algorithmEnd < 0 || header[..algorithmEnd] != RequestSignature.Algorithm)
        {
            throw new ServiceError(RequestSignature.Incomplete,
                $"Unsupported AWS 'algorithm': the Authorization header must start with '{RequestSignature.Algorithm}'.");
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
            throw new ServiceError(RequestSignature.Incomplete, string.Join(' ', missing));
        }

        return RequestSignature.Create(
            parameters["Credential"],
            parameters["SignedHeaders"],
            parameters["Signature"],
            request.Header("X-Amz-Date") ?? request.Header("Date")!,
            request.Header("X-Amz-Security-Token") ?? "");
    }

    private static Dictionary<string, string> ParseParameters(string text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new ServiceError(
                    RequestSignature.Incomplete, "A part of the Authorization header is not a valid key=value pair (missing equal-sign).");
            }

            parameters[part[..equals]] = part[(equals + 1)..];
        }

        return parameters;
    }
}
