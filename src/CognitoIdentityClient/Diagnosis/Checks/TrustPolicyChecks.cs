using System.IO.Enumeration;

namespace CognitoIdentity;

/// <summary>The points of a trust policy that only IAM can decide.</summary>
internal enum OpenTrust
{
    Nothing,

    /// <summary>Whether a session with principal tags is allowed: the policy does not allow tags.</summary>
    Tags,
    Everything,
}

/// <summary>Checks whether a role's trust policy lets a user of the pool in.</summary>
internal static class TrustPolicyChecks
{
    /// <summary>The code of the error of STS.</summary>
    public const string RefusalOfSts = "AccessDenied";

    private const string AssumeRole = "sts:AssumeRoleWithWebIdentity";
    private const string TagSession = "sts:TagSession";

    /// <summary>
    /// Judges the trust policy of the user's role; in the basic (classic) flow, in which the caller names the role, all that are given.
    /// </summary>
    /// <returns>What only IAM can tell after that.</returns>
    public static OpenTrust Check(SignInFacts facts, RoleChoice? choice, bool hasTags, FindingList findings)
    {
        var context = new TrustContext(
            facts.ServiceName,
            facts.PoolId,
            facts.IsGuest,
            [.. facts.Logins.Select(login => login.Key)],
            facts.Options.IdentityId,
            hasTags);
        var policies = (facts.Options.TrustPolicies ?? new Dictionary<string, string>())
            .Where(policy => facts.IsClassicFlow || policy.Key == choice?.RoleArn)
            .ToList();
        var stage = facts.IsClassicFlow ? SignInStage.Classic : SignInStage.Role;
        var open = policies.Count > 0 ? OpenTrust.Nothing : OpenTrust.Everything;
        foreach (var (role, policy) in policies)
        {
            var ofPolicy = Judge(role, policy, context, stage, findings);
            open = ofPolicy > open ? ofPolicy : open;
        }

        return open;
    }

    /// <returns>What only IAM can tell after that.</returns>
    public static OpenTrust Judge(string role, string policy, TrustContext context, SignInStage stage, FindingList findings)
    {
        var path = $"TrustPolicies[\"{Shown.Text(role)}\"]";
        if (TrustPolicyDocument.Read(policy) is not { } statements)
        {
            findings.Add(SignInStage.None, TrustCauses.Unreadable, path, "no policy in JSON", "the role's AssumeRolePolicyDocument");
            return OpenTrust.Everything;
        }

        var verdicts = statements.Select(statement => Evaluate(statement, AssumeRole, context)).ToList();
        if (verdicts.Find(verdict => !verdict.Statement.IsAllow && verdict.Holds == true) is { } denial)
        {
            Refuse(TrustCauses.Denied, $"{path}.{denial.Statement.Path}", "\"Deny\", and it applies to this user", null, stage, findings);
            return OpenTrust.Nothing;
        }

        var allows = verdicts.Where(verdict => verdict.Statement.IsAllow).ToList();
        if (!allows.Exists(verdict => verdict.Holds != false))
        {
            RefuseByNearest(allows, path, context, stage, findings);
            return OpenTrust.Nothing;
        }

        var allowsTags = statements.Any(statement => statement.IsAllow && Evaluate(statement, TagSession, context).Holds != false);
        if (context.HasTags && !allowsTags)
        {
            Refuse(OutsideCauses.TrustTagSession, path, "no statement that allows it", $"\"{TagSession}\"", stage, findings);
        }

        var holding = allows.Where(verdict => verdict.Holds == true).ToList();
        if (holding.Find(verdict => !verdict.Statement.Conditions.Any(TrustConditions.IsAboutAudience)) is { } open)
        {
            findings.Add(
                SignInStage.None,
                TrustCauses.Open,
                $"{path}.{open.Statement.Path}.Condition",
                $"no condition for {context.ServiceName}:aud",
                $"\"{context.ServiceName}:aud\": \"{Shown.Text(context.PoolId)}\"");
        }

        var isDecided = holding.Count > 0 && verdicts.TrueForAll(verdict => verdict.Statement.IsAllow || verdict.Holds == false);
        return !isDecided ? OpenTrust.Everything : allowsTags ? OpenTrust.Nothing : OpenTrust.Tags;
    }

    // The statement that comes nearest was meant for this user. One for another principal has other actions and conditions, too.
    private static void RefuseByNearest(
        IReadOnlyList<Verdict> allows, string path, TrustContext context, SignInStage stage, FindingList findings)
    {
        var nearest = allows.OrderByDescending(verdict => verdict.HasPrincipal != false).ThenByDescending(verdict => verdict.HasAction)
            .ThenBy(verdict => verdict.Failed.Count).FirstOrDefault();
        if (nearest is null || nearest.HasPrincipal == false)
        {
            var principals = allows.SelectMany(verdict => verdict.Statement.Federated ?? []).Distinct();
            Refuse(
                OutsideCauses.TrustPrincipal,
                nearest is null ? path : $"{path}.{nearest.Statement.Path}.Principal",
                $"Federated: {Shown.List(principals)}",
                $"\"Federated\": \"{context.ServiceName}\"",
                stage,
                findings);
            return;
        }

        if (!nearest.HasAction)
        {
            var actions = $"{(nearest.Statement.IsNotAction ? "all but " : "")}{Shown.List(nearest.Statement.Actions)}";
            Refuse(OutsideCauses.TrustAction, $"{path}.{nearest.Statement.Path}.Action", actions, $"\"{AssumeRole}\"", stage, findings);
        }

        foreach (var condition in nearest.Failed)
        {
            var (cause, expected) = Explain(condition, context);
            Refuse(
                cause,
                $"{path}.{nearest.Statement.Path}.Condition[\"{Shown.Text(condition.Operator)}\"][\"{Shown.Text(condition.Key)}\"]",
                Shown.List(condition.Values),
                expected,
                stage,
                findings);
        }
    }

    private static (Cause Cause, string? Expected) Explain(TrustCondition condition, TrustContext context) =>
        TrustConditions.IsAboutAudience(condition)
            ? (OutsideCauses.TrustAudience, $"\"{context.ServiceName}:aud\": \"{Shown.Text(context.PoolId)}\"")
        : TrustConditions.IsAboutKindOfUser(condition)
            ? (OutsideCauses.TrustAuthentication, $"\"{context.ServiceName}:amr\": \"{TrustPolicy.KindOfUser(context.IsGuest)}\"")
        : (TrustCauses.Condition, null);

    // In the enhanced flow the service hides the refusal of STS behind its own error.
    private static void Refuse(Cause cause, string path, string found, string? expected, SignInStage stage, FindingList findings)
    {
        var isOfSts = stage == SignInStage.Classic;
        var finding = cause.At(path, found, expected) with
        {
            Severity = FindingSeverity.Error,
            ErrorCode = isOfSts ? RefusalOfSts : "InvalidIdentityPoolConfigurationException",
            Reason = isOfSts ? default(ErrorReason?) : ErrorReason.RolesNotAssigned,
        };
        findings.Add(stage, cause, finding);
    }

    private static Verdict Evaluate(TrustStatement statement, string action, TrustContext context)
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

    /// <summary>The result for one statement.</summary>
    /// <param name="Statement">The statement.</param>
    /// <param name="HasPrincipal">Whether it is about the service; null where only IAM can tell.</param>
    /// <param name="HasAction">Whether it is about the action.</param>
    /// <param name="Failed">The conditions that do not hold.</param>
    /// <param name="IsOpen">Whether there are conditions that only IAM can judge.</param>
    private sealed record Verdict(
        TrustStatement Statement, bool? HasPrincipal, bool HasAction, IReadOnlyList<TrustCondition> Failed, bool IsOpen)
    {
        /// <summary>Whether the statement applies; null where only IAM can tell.</summary>
        public bool? Holds =>
            HasPrincipal == false || !HasAction || Failed.Count > 0 ? false
            : HasPrincipal is null || IsOpen ? null
            : true;
    }
}
