namespace CognitoIdentity.Testing;

/// <summary>Checks ARNs of IAM, as far as they can be checked without IAM: partition, service, account and type.</summary>
internal static class IamArns
{
    /// <summary>Returns the role if the pool may assume it.</summary>
    /// <exception cref="ServiceError">NotAuthorizedException: the text is not the ARN of a role in the pool's account.</exception>
    public static string RequireRole(PoolState pool, string role) => Names(role, pool.Region, pool.AccountId, "role/")
        ? role
        : throw ServiceError.NotAuthorized($"Access to Role '{role}' is forbidden.");

    /// <exception cref="ServiceError">InvalidParameterException: a text is not the ARN of such a provider in the caller's
    /// account.</exception>
    public static void RequireProviders(IReadOnlyList<string> arns, Caller caller, string type)
    {
        if (arns.FirstOrDefault(arn => !Names(arn, caller.Region, caller.AccountId, type)) is { } wrong)
        {
            throw ServiceError.InvalidParameter($"Identity provider {wrong} is not valid for account {caller.AccountId}");
        }
    }

    // arn:<partition>:iam::<account>:<type><name>
    private static bool Names(string arn, string region, string account, string type)
    {
        var start = $"arn:{Partition.Name(region)}:iam::{account}:{type}";
        return arn.StartsWith(start, StringComparison.Ordinal) && arn.Length > start.Length;
    }
}
