using System.Buffers;

namespace CognitoIdentity;

/// <summary>The parts of <c>cognito-idp.REGION.SUFFIX/ID</c>.</summary>
internal sealed record UserPoolName(string Region, string Suffix, string UserPoolId)
{
    private const string Prefix = "cognito-idp.";

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The region that the user pool's id begins with; null where it begins with none.</summary>
    public string? RegionOfId => UserPoolId.IndexOf('_', StringComparison.Ordinal) is > 0 and var end ? UserPoolId[..end] : null;

    /// <summary>Whether region, suffix and id fit each other.</summary>
    public bool IsConsistent =>
        IsUserPoolId(UserPoolId) && RegionOfId == Region && Suffix == Partition.ForRegion(Region).DnsSuffix;

    /// <summary>The name with the region and the partition of the user pool's id.</summary>
    public string Corrected => ForId(UserPoolId);

    public static string ForId(string userPoolId)
    {
        var region = userPoolId[..userPoolId.IndexOf('_', StringComparison.Ordinal)];
        return $"{Prefix}{region}.{Partition.ForRegion(region).DnsSuffix}/{userPoolId}";
    }

    public static UserPoolName? Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var dot = key.IndexOf('.', Prefix.Length < key.Length ? Prefix.Length : 0);
        return key.StartsWith(Prefix, StringComparison.Ordinal) && dot > 0 && slash > dot
            ? new(key[Prefix.Length..dot], key[(dot + 1)..slash], key[(slash + 1)..])
            : null;
    }

    public static bool IsUserPoolId(string text)
    {
        var end = text.IndexOf('_', StringComparison.Ordinal);
        return end > 0
            && end < text.Length - 1
            && text[..end].Contains('-', StringComparison.Ordinal)
            && ServiceEndpoint.IsHostLabel(text[..end])
            && text.AsSpan(end + 1).IndexOfAnyExcept(LettersAndDigits) < 0;
    }
}
