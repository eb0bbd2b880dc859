using System.IO.Enumeration;

namespace CognitoIdentity;

/// <summary>The result for one statement of a trust policy and one action.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="HasPrincipal">Whether it is about the service; null where only IAM can tell.</param>
/// <param name="HasAction">Whether it is about the action.</param>
/// <param name="Failed">The conditions that do not hold.</param>
/// <param name="IsOpen">Whether there are conditions that only IAM can judge.</param>
internal sealed record TrustVerdict(
    TrustStatement Statement, bool? HasPrincipal, bool HasAction, IReadOnlyList<TrustCondition> Failed, bool IsOpen)
{
    /// <summary>Whether the statement applies; null where only IAM can tell.</summary>
    public bool? Holds =>
        HasPrincipal == false || !HasAction || Failed.Count > 0 ? false
        : HasPrincipal is null || IsOpen ? null
        : true;

    public static TrustVerdict Evaluate(TrustStatement statement, string action, TrustContext context)
    {
        bool? hasPrincipal = statement.Federated is { } federated ? federated.Contains(context.ServiceName) : null;
        var hasAction = statement.IsNotAction != statement.Actions.Any(pattern =>
            FileSystemName.MatchesSimpleExpression(pattern, action, ignoreCase: true));
        var results = statement.Conditions
            .Select(condition => (Condition: condition, Holds: TrustConditions.Evaluate(condition, context)))
            .ToList();
        return new(
            statement,
            hasPrincipal,
            hasAction,
            [.. results.Where(result => result.Holds == false).Select(result => result.Condition)],
            results.Exists(result => result.Holds is null));
    }

    /// <summary>Returns the verdicts of all statements for an action.</summary>
    public static IReadOnlyList<TrustVerdict> EvaluateAll(IReadOnlyList<TrustStatement> statements, string action, TrustContext context) =>
        [.. statements.Select(statement => Evaluate(statement, action, context))];

    /// <summary>Returns whether verdicts let an action through, as far as can be told without IAM.</summary>
    public static bool MayAllow(IReadOnlyList<TrustVerdict> verdicts) =>
        verdicts.Any(verdict => verdict.Statement.IsAllow && verdict.Holds != false)
        && !verdicts.Any(verdict => !verdict.Statement.IsAllow && verdict.Holds == true);
}
