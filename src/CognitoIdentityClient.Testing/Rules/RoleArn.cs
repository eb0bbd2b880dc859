namespace CognitoIdentity.Testing;

/// <summary>The ARN of a role: <c>arn:PARTITION:iam::ACCOUNT:role/PATH/NAME</c>, in which the path may be missing.</summary>
/// <param name="Partition">The partition, such as <c>aws</c>.</param>
/// <param name="AccountId">The twelve digits of the account.</param>
/// <param name="PathAndName">The path and the name.</param>
internal sealed record RoleArn(string Partition, string AccountId, string PathAndName)
{
    private const string Resource = "role/";

    /// <summary>The name without its path, as it stands in the ARN of a session.</summary>
    public string Name => PathAndName[(PathAndName.LastIndexOf('/') + 1)..];

    public static RoleArn? TryParse(string text) =>
        text.Split(':', 6) is ["arn", { Length: > 0 } partition, "iam", "", var account, var resource]
        && EmulatorOptions.IsAccountId(account)
        && resource.StartsWith(Resource, StringComparison.Ordinal)
        && resource.Length > Resource.Length
            ? new(partition, account, resource[Resource.Length..])
            : null;

    public override string ToString() => $"arn:{Partition}:iam::{AccountId}:{Resource}{PathAndName}";
}
