namespace CognitoIdentity;

/// <summary>
/// The name under which a partition knows the service: the principal and the prefix of condition keys in trust policies, the key of
/// developer tokens in Logins.
/// </summary>
/// <remarks>
/// GovCloud: <see href="https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html">Amazon Cognito in GovCloud</see>; China:
/// <see href="https://github.com/aws/aws-sdk-net/issues/1251">aws-sdk-net#1251</see>. Other partitions are unknown and get the first name.
/// </remarks>
internal static class ServiceName
{
    public const string Aws = "cognito-identity.amazonaws.com";

    public static string ForRegion(string? region) => region switch
    {
        "us-gov-west-1" => "cognito-identity-us-gov.amazonaws.com",
        "us-gov-east-1" => "cognito-identity.us-gov-east-1.amazonaws.com",
        not null when region.StartsWith("cn-", StringComparison.Ordinal) => $"cognito-identity.{region}.amazonaws.com.cn",
        _ => Aws,
    };

    /// <summary>Whether a text is, or means to be, the name of the service in some partition.</summary>
    public static bool IsLike(string? name) =>
        name is not null
        && name.StartsWith("cognito-identity", StringComparison.OrdinalIgnoreCase)
        && name.Contains(".amazonaws.", StringComparison.OrdinalIgnoreCase);
}
