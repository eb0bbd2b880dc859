namespace CognitoIdentity.Testing;

/// <summary>
/// A signature in the query string, by the Common Parameters
/// (https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonParameters.html).
/// </summary>
internal static class QuerySignature
{
    public const string SignatureName = "X-Amz-Signature";

    private const string AlgorithmName = "X-Amz-Algorithm";

    private static readonly string[] Required =
        [AlgorithmName, "X-Amz-Credential", "X-Amz-Date", "X-Amz-SignedHeaders", SignatureName];

    public static bool IsOn(ServiceRequest request) =>
        request.Header("Authorization") is null && request.Query.Contains(AlgorithmName + "=", StringComparison.Ordinal);

    /// <exception cref="ServiceError">IncompleteSignatureException, which names what lacks.</exception>
    public static RequestSignature Parse(ServiceRequest request)
    {
        var parameters = request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(parameter => parameter.Split('=', 2))
            .GroupBy(parts => parts[0], parts => parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "")
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var missing = Required.Where(name => !parameters.ContainsKey(name)).Select(name => $"'{name}'").ToList();
        if (missing.Count > 0)
        {
            // The code is the front end's; how it puts this is not documented.
            throw new ServiceError(
                RequestSignature.Incomplete,
                $"AWS query-string parameters must include {string.Join(", ", missing)}. Re-examine the query-string parameters.");
        }

        if (parameters[AlgorithmName] != RequestSignature.Algorithm)
        {
            throw new ServiceError(
                RequestSignature.Incomplete, $"Unsupported AWS 'algorithm': {AlgorithmName} must be '{RequestSignature.Algorithm}'.");
        }

        return RequestSignature.Create(
            parameters["X-Amz-Credential"],
            parameters["X-Amz-SignedHeaders"],
            parameters[SignatureName],
            parameters["X-Amz-Date"],
            parameters.GetValueOrDefault("X-Amz-Security-Token", ""));
    }
}
