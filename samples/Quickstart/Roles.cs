namespace Quickstart;

/// <summary>The IAM roles of the pool's users.</summary>
internal sealed record Roles(string? Guest, string? User)
{
    public static Roles Example { get; } =
        new("arn:aws:iam::123456789012:role/quickstart-guest", "arn:aws:iam::123456789012:role/quickstart-user");

    public bool AreComplete => Guest is not null && User is not null;

    public static bool IsArn(string? role) => role?.Split(':') is ["arn", _, "iam", _, _, _];

    /// <summary>Returns the ARN of a pool, whose partition and account are those of the roles.</summary>
    public string ArnOf(string identityPoolId)
    {
        var role = User!.Split(':');
        return $"arn:{role[1]}:cognito-identity:{identityPoolId.Split(':')[0]}:{role[4]}:identitypool/{identityPoolId}";
    }
}
