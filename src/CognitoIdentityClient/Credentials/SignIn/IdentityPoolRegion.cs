namespace CognitoIdentity;

/// <summary>The region with which the ids of pools and identities begin (<c>eu-central-1:…</c>), and its partition.</summary>
internal static class IdentityPoolRegion
{
    /// <summary>Returns the region of a pool's or an identity's id, in lower case; null for any other text.</summary>
    public static string? Parse(string? id)
    {
        var colon = id?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && ServiceEndpoint.IsHostLabel(id![..colon]) && Guid.TryParseExact(id[(colon + 1)..], "D", out _)
            ? id[..colon].ToLowerInvariant()
            : null;
    }

    /// <summary>Returns whether a role belongs to the partition of a region: a role in China, say, cannot be assumed elsewhere.</summary>
    /// <param name="region">A region.</param>
    /// <param name="roleArn">An ARN: <c>arn:PARTITION:iam::…</c>.</param>
    public static bool HasPartitionOf(string region, string roleArn) =>
        roleArn.Split(':') is ["arn", var partition, ..] && partition == Partition.ForRegion(region).Name;
}
