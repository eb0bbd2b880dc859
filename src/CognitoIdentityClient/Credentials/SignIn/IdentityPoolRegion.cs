namespace CognitoIdentity;

/// <summary>The region and the partition that the ids of pools and identities begin with: <c>eu-central-1:…</c>.</summary>
internal static class IdentityPoolRegion
{
    /// <summary>The region of a pool's or an identity's id; null if it is none.</summary>
    public static string? Parse(string? id)
    {
        var colon = id?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && ServiceEndpoint.IsHostLabel(id![..colon]) && Guid.TryParseExact(id[(colon + 1)..], "D", out _)
            ? id[..colon]
            : null;
    }

    /// <summary>Whether a role can be taken in a region: roles of China, say, are no roles elsewhere.</summary>
    /// <param name="region">A region.</param>
    /// <param name="roleArn">An ARN: <c>arn:PARTITION:iam::…</c>.</param>
    public static bool HasPartitionOf(string region, string roleArn) =>
        roleArn.Split(':') is ["arn", var partition, ..] && partition == Partition.ForRegion(region).Name;
}
