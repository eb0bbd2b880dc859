using System.IO.Enumeration;

namespace CognitoIdentity;

/// <summary>
/// Evaluates conditions of trust policies for the tokens of an identity pool: true, false, or null where only IAM can tell.
/// </summary>
/// <remarks>
/// See the <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">condition
/// operators</see> and the <see
/// href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">keys with
/// several values</see>.
/// </remarks>
internal static class TrustConditions
{
    private const string IfExists = "IfExists";
    private const string ForAnyValue = "ForAnyValue";
    private const string ForAllValues = "ForAllValues";

    private static readonly string[] Operators =
    [
        "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike",
    ];

    public static bool? Evaluate(TrustCondition condition, TrustContext context)
    {
        var (set, name) = condition.Operator.Split(':', 2) is [var prefix, var rest] ? (prefix, rest) : (null, condition.Operator);
        var isOptional = name.EndsWith(IfExists, StringComparison.Ordinal);
        name = isOptional ? name[..^IfExists.Length] : name;
        if (GetValues(condition.Key, context) is not { } key)
        {
            return null;
        }

        if (name == "Null")
        {
            return condition.Values.Contains(key.IsPresent ? "false" : "true", StringComparer.OrdinalIgnoreCase);
        }

        if (!Operators.Contains(name))
        {
            return null;
        }

        var isNegated = name.Contains("Not", StringComparison.Ordinal);
        if (!key.IsPresent)
        {
            return isOptional || set == ForAllValues || (isNegated && set is null);
        }

        // A policy variable has the value of the moment.
        if (condition.Values.Any(value => value.Contains("${", StringComparison.Ordinal)))
        {
            return null;
        }

        bool Fits(string value) => condition.Values.Any(pattern => Matches(name, pattern, value)) != isNegated;
        var mayMatchUnknown = key.IsOpen && condition.Values.Any(pattern => pattern.AsSpan().ContainsAny(":*?"));
        return set switch
        {
            ForAnyValue => key.Values.Any(Fits) || (key.IsOpen && isNegated && !mayMatchUnknown) ? true : mayMatchUnknown ? null : false,
            ForAllValues => !key.Values.All(Fits) || (key.IsOpen && !isNegated && !mayMatchUnknown) ? false : mayMatchUnknown ? null : true,

            // Without a set operator, several values are not compared as one would expect.
            null when key.Values.Count > 1 || key.IsOpen => null,
            null => Fits(key.Values[0]),
            _ => null,
        };
    }

    /// <summary>Returns whether a condition is about the pool: a key aud, of the service or of what was taken for it.</summary>
    public static bool IsAboutAudience(TrustCondition condition) => condition.Key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Returns whether a condition compares amr, which has several values, as if there were one, so that only IAM can tell whether it
    /// holds.
    /// </summary>
    public static bool LacksSetOperator(TrustCondition condition, TrustContext context) =>
        IsAboutKindOfUser(condition)
        && !condition.Operator.Contains(':', StringComparison.Ordinal)
        && Operators.Contains(condition.Operator)
        && Evaluate(condition, context) is null;

    /// <summary>Returns whether a condition is about the kind of user: a key amr, of the service or of what was taken for it.</summary>
    public static bool IsAboutKindOfUser(TrustCondition condition) => condition.Key.EndsWith(":amr", StringComparison.OrdinalIgnoreCase);

    private static bool Matches(string name, string pattern, string value) =>
        name.EndsWith("Like", StringComparison.Ordinal)
            ? FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), value, ignoreCase: false)
            : string.Equals(
                pattern,
                value,
                name.EndsWith("IgnoreCase", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <returns>The values of a key; null where they are unknown. Keys are compared without regard to case.</returns>
    private static KeyValues? GetValues(string key, TrustContext context)
    {
        bool Is(string claim) => key.Equals($"{context.ServiceName}:{claim}", StringComparison.OrdinalIgnoreCase);
        if (Is("aud"))
        {
            return new([context.PoolId]);
        }

        if (Is("amr"))
        {
            return new(context.Methods) { IsOpen = context.HasMoreMethods };
        }

        if (Is("sub"))
        {
            return context.IdentityId is { } identityId ? new([identityId]) : null;
        }

        // The keys of AWS itself have values of their own. A key of any other provider, and a misspelled one, has none.
        return key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || key.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)
            ? null
            : new([]);
    }

    /// <param name="Values">The known values.</param>
    private sealed record KeyValues(IReadOnlyList<string> Values)
    {
        /// <summary>Whether there are more values, which all have colons.</summary>
        public bool IsOpen { get; init; }

        public bool IsPresent => Values.Count > 0;
    }
}
