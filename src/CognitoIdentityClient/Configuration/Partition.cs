namespace CognitoIdentity;

/// <summary>A partition of AWS: regions that share DNS suffixes, recognized by the beginning of their names.</summary>
/// <remarks>From the AWS SDKs' shared <c>partitions.json</c>.</remarks>
internal sealed record Partition(string Name, string RegionPrefix, string DnsSuffix, string DualStackDnsSuffix)
{
    // New regions of the first partition get new prefixes, so every unknown region belongs to it.
    private static readonly Partition Aws = new("aws", "", "amazonaws.com", "api.aws");

    private static readonly Partition[] Others =
    [
        new("aws-us-gov", "us-gov-", "amazonaws.com", "api.aws"),
        new("aws-cn", "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
        new("aws-iso", "us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),
        new("aws-iso-b", "us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),
        new("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
        new("aws-iso-f", "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
        new("aws-eusc", "eusc-de-", "amazonaws.eu", "api.amazonwebservices.eu"),
    ];

    public bool IsAws => RegionPrefix.Length == 0;

    public static Partition ForRegion(string region) =>
        Array.Find(Others, partition => region.StartsWith(partition.RegionPrefix, StringComparison.Ordinal)) ?? Aws;
}
