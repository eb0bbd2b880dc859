namespace Quickstart;

/// <summary>The IAM roles that the pool's users get.</summary>
internal sealed record Roles(string? Guest, string? User)
{
    public static Roles Example { get; } =
        new("arn:aws:iam::123456789012:role/quickstart-guest", "arn:aws:iam::123456789012:role/quickstart-user");

    public bool AreComplete => Guest is not null && User is not null;

    public static bool IsArn(string? role) => role?.Split(':') is ["arn", _, "iam", _, _, _];

    /// <summary>The partition and the account, which the ARN of the pool shares with its roles'.</summary>
    public string ArnOf(string identityPoolId)
    {
        var role = User!.Split(':');
        return $"arn:{role[1]}:cognito-identity:{identityPoolId.Split(':')[0]}:{role[4]}:identitypool/{identityPoolId}";
    }
}
