namespace CognitoIdentity;

/// <summary>Compares the rules of a role mapping with a token.</summary>
internal static class RuleMatching
{
    public static IReadOnlyList<RuleEvaluation> Evaluate(IReadOnlyList<MappingRule> rules, TokenClaims? token)
    {
        var evaluations = new List<RuleEvaluation>(rules.Count);
        var hasMatch = false;
        for (var index = 0; index < rules.Count; index++)
        {
            var rule = rules[index];
            if (hasMatch)
            {
                evaluations.Add(new() { Index = index, Rule = rule, Explanation = "Not reached: an earlier rule matches." });
                continue;
            }

            var value = token?.AsCompared(rule.Claim);
            hasMatch = value is not null && IsMatch(rule, value);
            evaluations.Add(new()
            {
                Index = index,
                Rule = rule,
                IsMatch = hasMatch,
                ClaimValue = value is null ? null : Shown.Text(value),
                Explanation = Explain(rule, value, hasMatch, token),
            });
        }

        return evaluations;
    }

    /// <summary>Describes the claims and values that were found where no rule matches.</summary>
    public static string Summarize(IReadOnlyList<RuleEvaluation> rules, TokenClaims? token) => token is null
        ? "a token whose claims cannot be read"
        : rules.Count == 0 ? "a mapping without rules"
        : string.Join("; ", rules
            .DistinctBy(rule => rule.Rule.Claim)
            .Take(5)
            .Select(rule => rule.ClaimValue is null
                ? $"no claim {Shown.Text(rule.Rule.Claim)}{DescribeSimilar(rule.Rule.Claim, token)}"
                : $"{Shown.Text(rule.Rule.Claim)} = \"{rule.ClaimValue}\""));

    // The claim has to be there for any match type, NotEqual too: "the claim name that must be present in the token".
    public static bool IsMatch(MappingRule rule, string value) => rule.MatchType.Value switch
    {
        "Equals" => value == rule.Value,
        "Contains" => value.Contains(rule.Value, StringComparison.Ordinal),
        "StartsWith" => value.StartsWith(rule.Value, StringComparison.Ordinal),
        _ => value != rule.Value,
    };

    private static string DescribeSimilar(string claim, TokenClaims token) =>
        token.FindSimilar(claim) is { } similar ? $", but {Shown.Text(similar)}" : "";

    private static string Explain(MappingRule rule, string? value, bool isMatch, TokenClaims? token)
    {
        if (value is null)
        {
            return token is null
                ? "No match: the token's claims cannot be read."
                : $"No match: the token does not have the claim{DescribeSimilar(rule.Claim, token)}.";
        }

        var relation = rule.MatchType.Value switch
        {
            "Equals" => isMatch ? "equals" : "does not equal",
            "Contains" => isMatch ? "contains" : "does not contain",
            "StartsWith" => isMatch ? "starts with" : "does not start with",
            _ => isMatch ? "is not" : "is",
        };
        var hint = !isMatch && token!.IsList(rule.Claim) && rule.MatchType == MappingRuleMatchType.Equal
            ? " The claim is a list, which Equals compares as a whole; Contains finds an item."
            : !isMatch && value != rule.Value && string.Equals(value, rule.Value, StringComparison.OrdinalIgnoreCase)
                ? " They differ in the case of letters."
                : "";
        return $"{(isMatch ? "Match" : "No match")}: the claim {relation} the rule's value.{hint}";
    }
}
