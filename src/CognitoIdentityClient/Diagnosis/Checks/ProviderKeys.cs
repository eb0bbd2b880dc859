namespace CognitoIdentity;

/// <summary>The names that identity providers have as keys of Logins, and the texts that users write in their place.</summary>
internal static class ProviderKeys
{
    /// <summary>The well-known social providers.</summary>
    public static IReadOnlyList<string> Social { get; } =
        [ProviderNames.Google, ProviderNames.Facebook, ProviderNames.Amazon, ProviderNames.Twitter, ProviderNames.Apple];

    public static bool IsSocial(string key) => Social.Contains(key);

    /// <summary>
    /// Returns whether the provider's tokens are JSON Web Tokens; those of Facebook, Amazon and Twitter only they can read.
    /// </summary>
    public static bool IssuesJsonWebTokens(string socialProvider) => socialProvider is ProviderNames.Google or ProviderNames.Apple;

    public static bool IsSamlArn(string key) =>
        key.StartsWith("arn:", StringComparison.Ordinal) && key.Contains(":saml-provider/", StringComparison.Ordinal);

    /// <summary>Returns the name of an OpenID Connect provider by its ARN in IAM; null for another text.</summary>
    public static string? FromOpenIdConnectArn(string arn)
    {
        const string Resource = ":oidc-provider/";
        var start = arn.IndexOf(Resource, StringComparison.Ordinal);
        return start < 0 ? null : arn[(start + Resource.Length)..];
    }

    /// <summary>
    /// Returns whether two names mean the same provider: IAM keeps issuers with or without a slash at the end, and users pass either.
    /// </summary>
    public static bool AreSame(string? one, string? other) =>
        one is not null && other is not null && one.TrimEnd('/') == other.TrimEnd('/');

    /// <summary>Returns the social provider that a user probably means by a word such as <c>Facebook</c> or <c>google.com</c>.</summary>
    public static string? GuessSocial(string word) =>
        ProviderNames.FromCommonName(word)
        ?? Social.FirstOrDefault(name => word.Contains(name.Split('.')[1], StringComparison.OrdinalIgnoreCase));

    public static bool IsUserPool(string key) => UserPoolName.Parse(key) is { IsConsistent: true };

    /// <summary>Returns whether two names of providers begin with the same host.</summary>
    public static bool HaveSameHost(string one, string other) =>
        string.Equals(one.Split('/')[0], other.Split('/')[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether a name is the domain of a user pool's sign-in pages, which is not the user pool's name.</summary>
    public static bool IsSignInDomain(string key) => key.TrimEnd('/').EndsWith(".amazoncognito.com", StringComparison.OrdinalIgnoreCase);

    public static bool MeansUserPool(string key) =>
        key.Contains("cognito-idp", StringComparison.OrdinalIgnoreCase) || UserPoolName.IsUserPoolId(key);
}
