namespace CognitoIdentity.Testing;

/// <summary>The names that differ between the partitions of AWS, by region.</summary>
internal static class Partition
{
    private static readonly (string Prefix, string Name)[] Others =
    [
        ("cn-", "aws-cn"),
        ("us-gov-", "aws-us-gov"),
        ("us-iso-", "aws-iso"),
        ("us-isob-", "aws-iso-b"),
        ("eu-isoe-", "aws-iso-e"),
        ("us-isof-", "aws-iso-f"),
        ("eusc-de-", "aws-eusc"),
    ];

    /// <summary>Returns the partition's name in ARNs; an unknown region is of the partition "aws".</summary>
    public static string Name(string region) =>
        Array.Find(Others, other => region.StartsWith(other.Prefix, StringComparison.Ordinal)).Name ?? "aws";

    /// <summary>
    /// Returns the key in Logins of a token that an identity pool of the region issued, which is the service's name in trust policies too
    /// (https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html).
    /// </summary>
    public static string LoginKey(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => $"cognito-identity.{region}.amazonaws.com.cn",
        "us-gov-west-1" => "cognito-identity-us-gov.amazonaws.com",
        "us-gov-east-1" => "cognito-identity.us-gov-east-1.amazonaws.com",
        _ => "cognito-identity.amazonaws.com",
    };

    /// <summary>Returns whether the text is the login key of any region.</summary>
    public static bool IsLoginKey(string provider) =>
        provider.StartsWith("cognito-identity", StringComparison.Ordinal) && provider.Contains(".amazonaws.com", StringComparison.Ordinal);
}
