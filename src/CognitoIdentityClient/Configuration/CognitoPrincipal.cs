namespace CognitoIdentity;

/// <summary>
/// The name of the service in the tokens that it issues itself: the key of <c>Logins</c> for a developer-authenticated identity's token,
/// and the federated principal (and the prefix of the condition keys) in the trust policies of a pool's roles.
/// </summary>
/// <remarks>
/// The GovCloud names are those of
/// <see href="https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html">Amazon Cognito in AWS GovCloud (US)</see>; the
/// name in China follows from public reports of developers there. Other partitions document none, so they get that of the <c>aws</c>
/// partition.
/// </remarks>
internal static class CognitoPrincipal
{
    /// <summary>The name in the <c>aws</c> partition, and wherever no other is documented.</summary>
    public const string Default = "cognito-identity.amazonaws.com";

    private const string ChinaPrefix = "cn-";

    /// <summary>Returns the service's name in a region.</summary>
    /// <param name="region">A region's code, such as <c>us-east-1</c>, in any case.</param>
    public static string ForRegion(string region) => region.ToLowerInvariant() switch
    {
        "us-gov-west-1" => "cognito-identity-us-gov.amazonaws.com",
        "us-gov-east-1" => "cognito-identity.us-gov-east-1.amazonaws.com",
        var lower when lower.StartsWith(ChinaPrefix, StringComparison.Ordinal) => $"cognito-identity.{lower}.amazonaws.com.cn",
        _ => Default,
    };
}
