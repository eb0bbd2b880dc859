namespace CognitoIdentity;

/// <summary>Checks that a role is an ARN of the pool's own partition and account.</summary>
internal static class RoleArnChecks
{
    private const int PartsOfArn = 6;

    /// <returns>The cause why the pool cannot assume the role; null where the ARN shows none.</returns>
    public static (Cause Cause, string? Expected)? Check(string role, string? region, string? accountId)
    {
        var parts = role.Split(':', PartsOfArn);
        if (parts is not ["arn", var partition, "iam", "", var account, var resource]
            || !resource.StartsWith("role/", StringComparison.Ordinal)
            || resource.Length == "role/".Length)
        {
            return (RoleCauses.RoleNotArn, "arn:PARTITION:iam::ACCOUNT:role/NAME");
        }

        if (region is not null && Partition.ForRegion(region).Name is var expected && partition != expected)
        {
            return (RoleCauses.RoleOtherPartition, $"arn:{expected}:iam::…");
        }

        return accountId is not null && account != accountId
            ? (RoleCauses.RoleOtherAccount, $"arn:{partition}:iam::{accountId}:role/…")
            : null;
    }

    /// <summary>Returns the roles that a pool names: one for each kind of user, and those of its rules.</summary>
    public static IEnumerable<string> ListRoles(GetIdentityPoolRolesResponse roles) => roles.Roles.Values
        .Concat(roles.RoleMappings.Values.SelectMany(mapping => mapping.RulesConfiguration?.Rules ?? []).Select(rule => rule.RoleARN));

    /// <summary>Returns the account in an ARN; null where it has none.</summary>
    public static string? GetAccount(string arn) =>
        arn.Split(':', PartsOfArn) is ["arn", _, "iam", _, { Length: > 0 } account, _] ? account : null;
}
