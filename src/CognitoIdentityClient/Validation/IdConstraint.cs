using System.Buffers;

namespace CognitoIdentity;

/// <summary>
/// The id of an identity pool or of an identity, <c>REGION:GUID</c>. Two common mistakes get words of their own, because the service only
/// reports a pattern or that the id was not found: the id of a user pool, and an id of another region than the client's.
/// </summary>
internal sealed class IdConstraint(int min, int max) : Constraint<string>
{
    private const string LowerCaseAndDigits = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<char> RegionCharacters = SearchValues.Create(LowerCaseAndDigits + "-");
    private static readonly SearchValues<char> UserPoolCharacters = SearchValues.Create(LowerCaseAndDigits + "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly TextConstraint _text = new(min, max, TextPattern.Id);

    public override void Check(string value, ref RequestChecker checker)
    {
        if (!checker.ChecksLimits)
        {
            return;
        }

        if (value.Length <= max && DescribeUserPoolId(value) is { } problem)
        {
            checker.Add($"pattern {TextPattern.Id.Text}", problem);
            return;
        }

        var before = checker.Count;
        _text.Check(value, ref checker);
        if (checker.Count == before && checker.Region is { } region && IsOfOtherRegion(value, region))
        {
            checker.Add($"region {region}", $"is {value}, but the client is for the region {region}, where this id does not exist");
        }
    }

    /// <summary>Describes the id of a user pool where an id of this service belongs; null for any other text.</summary>
    /// <remarks>The id is shown whole: it is not secret, and it cannot be a token, whose form is another one.</remarks>
    public static string? DescribeUserPoolId(string value) => IsUserPoolId(value)
        ? $"is {value}, the id of a user pool; identity pools and their identities have ids of the form REGION:GUID"
        : null;

    // Ids of the service end in a GUID. Others, such as us-east-1:1 in an application's own tests, are left alone.
    private static bool IsOfOtherRegion(string id, string region)
    {
        var colon = id.IndexOf(':');
        return Guid.TryParseExact(id.AsSpan(colon + 1), "D", out _)
            && !id.AsSpan(0, colon).Equals(region, StringComparison.OrdinalIgnoreCase);
    }

    // The API reference of user pools has the pattern [\w-]+_[0-9a-zA-Z]+ for their ids. Here the first part has to look like a region, so
    // that no other text, which may be secret, is taken for an id and shown.
    private static bool IsUserPoolId(string value)
    {
        var underscore = value.IndexOf('_');
        if (underscore <= 0 || underscore == value.Length - 1)
        {
            return false;
        }

        var region = value.AsSpan(0, underscore);
        return region.Count('-') >= 2
            && char.IsAsciiDigit(region[^1])
            && !region.ContainsAnyExcept(RegionCharacters)
            && !value.AsSpan(underscore + 1).ContainsAnyExcept(UserPoolCharacters);
    }
}
