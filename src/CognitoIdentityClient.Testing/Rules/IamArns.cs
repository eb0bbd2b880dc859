namespace CognitoIdentity.Testing;

/// <summary>Checks ARNs of IAM, as far as they can be checked without IAM: partition, service, account and type.</summary>
internal static class IamArns
{
    /// <summary>Returns the role if the pool may assume it.</summary>
    /// <exception cref="ServiceError">NotAuthorizedException: the text is not the ARN of a role in the pool's account.</exception>
    public static string RequireRole(PoolState pool, string role) =>
        RoleArn.TryParse(role) is { } arn && arn.AccountId == pool.AccountId && arn.Partition == Partition.Name(pool.Region)
            ? role
            : throw ServiceError.NotAuthorized($"Access to Role '{role}' is forbidden.");

    /// <exception cref="ServiceError">InvalidParameterException: a text is not the ARN of such a provider in the caller's
    /// account.</exception>
    public static void RequireProviders(IReadOnlyList<string> arns, Caller caller, string type)
    {
        // arn:<partition>:iam::<account>:<type><name>
        var start = $"arn:{Partition.Name(caller.Region)}:iam::{caller.AccountId}:{type}";
        if (arns.FirstOrDefault(arn => !arn.StartsWith(start, StringComparison.Ordinal) || arn.Length == start.Length) is { } wrong)
        {
            throw ServiceError.InvalidParameter($"Identity provider {wrong} is not valid for account {caller.AccountId}");
        }
    }
}
