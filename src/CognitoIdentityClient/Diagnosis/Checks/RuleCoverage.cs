namespace CognitoIdentity;

/// <summary>Determines whether one rule of a role mapping takes every token that another one takes.</summary>
internal static class RuleCoverage
{
    public static bool Covers(MappingRule earlier, MappingRule later)
    {
        if (earlier.Claim != later.Claim)
        {
            return false;
        }

        var value = later.Value;
        return (earlier.MatchType.Value, later.MatchType.Value) switch
        {
            ("Equals", "Equals") => earlier.Value == value,
            ("NotEqual", "NotEqual") => earlier.Value == value,
            ("NotEqual", "Equals") => earlier.Value != value,
            // A text that begins with, or contains, something that the other is not.
            ("NotEqual", "StartsWith") => !earlier.Value.StartsWith(value, StringComparison.Ordinal),
            ("NotEqual", "Contains") => !earlier.Value.Contains(value, StringComparison.Ordinal),
            ("StartsWith", "Equals" or "StartsWith") => value.StartsWith(earlier.Value, StringComparison.Ordinal),
            ("Contains", "Equals" or "StartsWith" or "Contains") => value.Contains(earlier.Value, StringComparison.Ordinal),
            _ => false,
        };
    }

    /// <summary>Returns whether no value of the claim passes both rules by.</summary>
    public static bool LeaveNothing(MappingRule one, MappingRule other) =>
        one.Claim == other.Claim && (TakesWhatIsNot(one, other) || TakesWhatIsNot(other, one));

    private static bool TakesWhatIsNot(MappingRule notEqual, MappingRule other) =>
        notEqual.MatchType == MappingRuleMatchType.NotEqual && RuleMatching.IsMatch(other, notEqual.Value);
}
