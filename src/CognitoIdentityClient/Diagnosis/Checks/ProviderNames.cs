namespace CognitoIdentity;

/// <summary>The names that identity providers have as keys of Logins, and what users write in their place.</summary>
internal static class ProviderNames
{
    public const string Google = "accounts.google.com";
    public const string Facebook = "graph.facebook.com";
    public const string Amazon = "www.amazon.com";
    public const string Apple = "appleid.apple.com";

    private const string UserPoolPrefix = "cognito-idp.";

    /// <summary>The well-known social providers.</summary>
    public static IReadOnlyList<string> Social { get; } = [Google, Facebook, Amazon, "api.twitter.com", "www.digits.com", Apple];

    public static bool IsSocial(string key) => Social.Contains(key);

    /// <summary>Whether the provider's tokens are JSON Web Tokens; those of Facebook, Amazon and Twitter only they can read.</summary>
    public static bool IssuesJsonWebTokens(string socialProvider) => socialProvider is Google or Apple;

    public static bool IsSamlArn(string key) =>
        key.StartsWith("arn:", StringComparison.Ordinal) && key.Contains(":saml-provider/", StringComparison.Ordinal);

    /// <summary>The name of an OpenID Connect provider by its ARN in IAM; null for another text.</summary>
    public static string? FromOpenIdConnectArn(string arn)
    {
        const string Resource = ":oidc-provider/";
        var start = arn.IndexOf(Resource, StringComparison.Ordinal);
        return start < 0 ? null : arn[(start + Resource.Length)..];
    }

    /// <summary>Whether two names mean the same provider: IAM keeps issuers with or without a slash at the end, and users pass either.</summary>
    public static bool AreSame(string? one, string? other) => one is not null && other is not null && one.TrimEnd('/') == other.TrimEnd('/');

    /// <summary>The social provider that a user probably means by a word such as <c>Facebook</c> or <c>google.com</c>.</summary>
    public static string? GuessSocial(string word)
    {
        ReadOnlySpan<(string Part, string Provider)> parts =
        [
            ("facebook", Facebook), ("google", Google), ("apple", Apple), ("twitter", "api.twitter.com"), ("digits", "www.digits.com"),
            ("amazon.com", Amazon), ("loginwithamazon", Amazon), ("amazon", Amazon),
        ];
        foreach (var (part, provider) in parts)
        {
            if (word.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return provider;
            }
        }

        return null;
    }

    public static bool IsUserPool(string key) => UserPoolName.Parse(key) is { IsConsistent: true };

    public static bool MeansUserPool(string key) =>
        key.Contains("cognito-idp", StringComparison.OrdinalIgnoreCase) || UserPoolName.IsUserPoolId(key);

    /// <summary>The parts of <c>cognito-idp.REGION.SUFFIX/ID</c>.</summary>
    public sealed record UserPoolName(string Region, string Suffix, string UserPoolId)
    {
        /// <summary>The region that the user pool's id begins with; null where it begins with none.</summary>
        public string? RegionOfId => UserPoolId.IndexOf('_', StringComparison.Ordinal) is > 0 and var end ? UserPoolId[..end] : null;

        /// <summary>Whether region, suffix and id fit each other.</summary>
        public bool IsConsistent =>
            IsUserPoolId(UserPoolId) && RegionOfId == Region && Suffix == Partition.ForRegion(Region).DnsSuffix;

        /// <summary>The name with the region and the partition of the user pool's id.</summary>
        public string Corrected => ForId(UserPoolId);

        public static string ForId(string userPoolId)
        {
            var region = userPoolId[..userPoolId.IndexOf('_', StringComparison.Ordinal)];
            return $"{UserPoolPrefix}{region}.{Partition.ForRegion(region).DnsSuffix}/{userPoolId}";
        }

        public static UserPoolName? Parse(string key)
        {
            var slash = key.IndexOf('/', StringComparison.Ordinal);
            var dot = key.IndexOf('.', UserPoolPrefix.Length < key.Length ? UserPoolPrefix.Length : 0);
            return key.StartsWith(UserPoolPrefix, StringComparison.Ordinal) && dot > 0 && slash > dot
                ? new(key[UserPoolPrefix.Length..dot], key[(dot + 1)..slash], key[(slash + 1)..])
                : null;
        }

        public static bool IsUserPoolId(string text)
        {
            var end = text.IndexOf('_', StringComparison.Ordinal);
            return end > 0
                && end < text.Length - 1
                && text[..end].Contains('-', StringComparison.Ordinal)
                && ServiceEndpoint.IsHostLabel(text[..end])
                && text.AsSpan(end + 1).IndexOfAnyExcept(LettersAndDigits) < 0;
        }

        private static readonly System.Buffers.SearchValues<char> LettersAndDigits =
            System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    }
}
