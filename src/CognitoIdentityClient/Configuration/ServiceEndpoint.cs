using System.Buffers;

namespace CognitoIdentity;

/// <summary>The service's own address in a region.</summary>
internal static class ServiceEndpoint
{
    private static readonly SearchValues<char> HostLabelCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");

    /// <summary>Returns the endpoint that the service's endpoint rule set defines.</summary>
    /// <param name="region">The region, a valid host label.</param>
    /// <param name="useFips">Whether to use the endpoint whose cryptography is validated to FIPS 140.</param>
    /// <param name="useDualStack">Whether to use the endpoint that also has IPv6 addresses.</param>
    public static Uri Create(string region, bool useFips, bool useDualStack)
    {
        var partition = Partition.ForRegion(region);
        var suffix = useDualStack && !KeepsPlainSuffix(partition, region, useFips) ? partition.DualStackDnsSuffix : partition.DnsSuffix;
        return new Uri($"https://cognito-identity{(useFips ? "-fips" : "")}.{region}.{suffix}/");
    }

    // In the first partition the plain name also has IPv6 addresses. Only FIPS outside the four regions of the United States has a name of
    // its own for it.
    private static bool KeepsPlainSuffix(Partition partition, string region, bool useFips) =>
        partition.IsAws && (!useFips || region is "us-east-1" or "us-east-2" or "us-west-1" or "us-west-2");

    /// <summary>Returns whether a region can be a part of a host name: letters, digits and inner hyphens, at most 63.</summary>
    public static bool IsHostLabel(string region) =>
        region.Length is > 0 and <= 63
        && region[0] != '-'
        && region[^1] != '-'
        && !region.AsSpan().ContainsAnyExcept(HostLabelCharacters);

    /// <summary>
    /// Adds to a custom endpoint the trailing slash that requests are sent to: <c>https://h/custom</c> becomes <c>https://h/custom/</c>.
    /// </summary>
    public static Uri WithTrailingSlash(Uri endpoint) =>
        endpoint.AbsolutePath.EndsWith('/')
            ? endpoint
            : new UriBuilder(endpoint) { Path = endpoint.AbsolutePath + "/" }.Uri;
}
