namespace CognitoIdentity;

/// <summary>The names of the well-known identity providers, which are the keys of <c>Logins</c>.</summary>
internal static class ProviderNames
{
    public const string Amazon = "www.amazon.com";
    public const string Apple = "appleid.apple.com";
    public const string Facebook = "graph.facebook.com";
    public const string Google = "accounts.google.com";
    public const string Twitter = "api.twitter.com";

    private const string UserPoolPrefix = "cognito-idp.";

    /// <summary>Returns whether a name is that of an Amazon Cognito user pool.</summary>
    public static bool IsUserPool(string name) => name.StartsWith(UserPoolPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Returns whether a name is certainly not that of a developer provider, so that its value in <c>Logins</c> is a token.
    /// </summary>
    public static bool IsPublic(string name) =>
        name is Amazon or Apple or Facebook or Google or Twitter || IsUserPool(name) || name.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>
    /// Returns the name of the provider that is commonly called <paramref name="name"/>, in any case, or null if no provider is.
    /// </summary>
    public static string? FromCommonName(string name) => name.ToLowerInvariant() switch
    {
        "amazon" => Amazon,
        "apple" or "signinwithapple" => Apple,
        "facebook" => Facebook,
        "google" => Google,
        "twitter" or "x" => Twitter,
        _ => null,
    };
}
