namespace CognitoIdentity;

/// <summary>A partition of AWS: regions that share DNS suffixes, by how their names begin.</summary>
/// <remarks>From the AWS SDKs' shared <c>partitions.json</c>.</remarks>
internal sealed record Partition(string RegionPrefix, string DnsSuffix, string DualStackDnsSuffix)
{
    // New regions of the first partition come under ever new prefixes, so it is also the one of every unknown region.
    private static readonly Partition Aws = new("", "amazonaws.com", "api.aws");

    private static readonly Partition[] Others =
    [
        new("us-gov-", "amazonaws.com", "api.aws"),
        new("cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
        new("us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),
        new("us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),
        new("eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
        new("us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
        new("eusc-de-", "amazonaws.eu", "api.amazonwebservices.eu"),
    ];

    public bool IsAws => RegionPrefix.Length == 0;

    public static Partition ForRegion(string region) =>
        Array.Find(Others, partition => region.StartsWith(partition.RegionPrefix, StringComparison.Ordinal)) ?? Aws;
}
