namespace CognitoIdentity;

/// <summary>Recognizes names of the service itself, which only developer tokens have as their key and issuer.</summary>
internal static class ServiceName
{
    /// <summary>Returns whether a text is, or means to be, the name of the service in some partition.</summary>
    public static bool IsLike(string? name) =>
        name is not null
        && name.StartsWith("cognito-identity", StringComparison.OrdinalIgnoreCase)
        && name.Contains(".amazonaws.", StringComparison.OrdinalIgnoreCase)
        && !name.Contains('/', StringComparison.Ordinal);
}
