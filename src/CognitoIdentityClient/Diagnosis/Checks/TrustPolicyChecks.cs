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
    /// <summary>
    /// Judges the trust policy of the user's role; in the basic (classic) flow, in which the caller names the role, all that are given.
    /// </summary>
    /// <returns>What only IAM can tell after that.</returns>
    public static OpenTrust Check(SignInFacts facts, RoleChoice? choice, bool hasTags, FindingList findings)
    {
        var context = TrustContext.ForUser(facts, hasTags);
        var policies = (facts.Options.TrustPolicies ?? new Dictionary<string, string>())
            .Where(policy => facts.IsClassicFlow || policy.Key == choice?.RoleArn)
            .ToList();
        var stage = facts.IsClassicFlow ? SignInStage.SecurityTokenService : SignInStage.Role;
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

        var verdicts = TrustVerdict.EvaluateAll(statements, TrustPolicy.AssumeRole, context);
        if (verdicts.FirstOrDefault(verdict => !verdict.Statement.IsAllow && verdict.Holds == true) is { } denial)
        {
            Refuse(
                OutsideCauses.TrustDenied,
                $"{path}.{denial.Statement.Path}",
                "\"Deny\", and it applies to this user",
                expected: null,
                stage,
                findings);
            return OpenTrust.Nothing;
        }

        var allows = verdicts.Where(verdict => verdict.Statement.IsAllow).ToList();
        if (!allows.Exists(verdict => verdict.Holds != false))
        {
            RefuseByNearest(allows, path, context, stage, findings);
            return OpenTrust.Nothing;
        }

        var allowsTags = TrustVerdict.MayAllow(TrustVerdict.EvaluateAll(statements, TrustPolicy.TagSession, context));
        if (context.HasTags && !allowsTags)
        {
            Refuse(OutsideCauses.TrustTagSession, path, "no statement that allows it", $"\"{TrustPolicy.TagSession}\"", stage, findings);
        }

        var holding = allows.Where(verdict => verdict.Holds == true).ToList();
        Warn(holding, path, context, findings);
        if (holding.Count == 0)
        {
            WarnOfOperators(allows, path, context, findings);
        }

        var isDecided = holding.Count > 0 && verdicts.All(verdict => verdict.Statement.IsAllow || verdict.Holds == false);
        return !isDecided ? OpenTrust.Everything : allowsTags || context.HasTags ? OpenTrust.Nothing : OpenTrust.Tags;
    }

    // A statement that admits the user may admit others too.
    private static void Warn(IReadOnlyList<TrustVerdict> holding, string path, TrustContext context, FindingList findings)
    {
        if (holding.FirstOrDefault(verdict => !verdict.Statement.Conditions.Any(TrustConditions.IsAboutAudience)) is { } open)
        {
            findings.Add(
                SignInStage.None,
                TrustCauses.AnyPool,
                $"{path}.{open.Statement.Path}.Condition",
                $"no condition for {context.ServiceName}:aud",
                TrustPolicy.FormatAudience(context.ServiceName, context.PoolId));
        }

        // A user who signs in may have the guests' role: it has fewer rights.
        if (!context.IsGuest
            && holding.FirstOrDefault(verdict => !verdict.Statement.Conditions.Any(TrustConditions.IsAboutKindOfUser)) is { } any)
        {
            findings.Add(
                SignInStage.None,
                TrustCauses.AnyKindOfUser,
                $"{path}.{any.Statement.Path}.Condition",
                $"no condition for {context.ServiceName}:amr",
                TrustPolicy.FormatKindOfUser(context.ServiceName, context.IsGuest));
        }
    }

    private static void WarnOfOperators(IReadOnlyList<TrustVerdict> allows, string path, TrustContext context, FindingList findings)
    {
        foreach (var verdict in allows.Where(verdict => verdict.Holds is null))
        {
            foreach (var condition in verdict.Statement.Conditions.Where(other => TrustConditions.LacksSetOperator(other, context)))
            {
                findings.Add(
                    SignInStage.None,
                    TrustCauses.NoSetOperator,
                    GetPath(path, verdict, condition),
                    $"\"{condition.Operator}\"",
                    $"\"ForAnyValue:{condition.Operator}\"");
            }
        }
    }

    private static string GetPath(string path, TrustVerdict verdict, TrustCondition condition) =>
        $"{path}.{verdict.Statement.Path}.Condition[\"{Shown.Text(condition.Operator)}\"][\"{Shown.Text(condition.Key)}\"]";

    // The statement that comes nearest was meant for this user. One for another principal has other actions and conditions, too.
    private static void RefuseByNearest(
        IReadOnlyList<TrustVerdict> allows, string path, TrustContext context, SignInStage stage, FindingList findings)
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
                TrustPolicy.FormatPrincipal(context.ServiceName),
                stage,
                findings);
            return;
        }

        if (!nearest.HasAction)
        {
            var actions = $"{(nearest.Statement.IsNotAction ? "all but " : "")}{Shown.List(nearest.Statement.Actions)}";
            Refuse(
                OutsideCauses.TrustAction,
                $"{path}.{nearest.Statement.Path}.Action",
                actions,
                $"\"{TrustPolicy.AssumeRole}\"",
                stage,
                findings);
        }

        foreach (var condition in nearest.Failed)
        {
            var (cause, expected) = Explain(condition, context);
            Refuse(cause, GetPath(path, nearest, condition), Shown.List(condition.Values), expected, stage, findings);
        }
    }

    private static (Cause Cause, string? Expected) Explain(TrustCondition condition, TrustContext context) =>
        TrustConditions.IsAboutAudience(condition)
            ? (OutsideCauses.TrustAudience, TrustPolicy.FormatAudience(context.ServiceName, context.PoolId))
        : TrustConditions.IsAboutKindOfUser(condition)
            ? (OutsideCauses.TrustAuthentication, TrustPolicy.FormatKindOfUser(context.ServiceName, context.IsGuest))
        : (OutsideCauses.TrustCondition, null);

    // In the enhanced flow the service hides the refusal of STS behind its own error.
    private static void Refuse(Cause cause, string path, string found, string? expected, SignInStage stage, FindingList findings)
    {
        var finding = cause.At(path, found, expected) with { Severity = FindingSeverity.Error };
        findings.Add(stage, cause, stage == SignInStage.SecurityTokenService
            ? finding with { ErrorCode = StsErrors.AccessDenied, Reason = null }
            : finding with { ErrorCode = "InvalidIdentityPoolConfigurationException" });
    }
}
