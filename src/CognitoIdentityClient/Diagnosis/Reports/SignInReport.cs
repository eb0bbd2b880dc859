namespace CognitoIdentity;

/// <summary>Writes the report of a sign-in: the outcome and the causes first, then the details.</summary>
internal static class SignInReport
{
    public static string Write(SignInDiagnosis diagnosis, ReportFormat format)
    {
        var report = new ReportWriter(format);
        report.Title($"Sign-in of a {(diagnosis.IsGuest ? "guest" : "signed-in user")} with identity pool {diagnosis.IdentityPoolId}");
        report.Section("Outcome to expect");
        report.Item($"enhanced flow: {diagnosis.EnhancedFlow}");
        report.Item($"basic (classic) flow: {diagnosis.ClassicFlow}");
        FindingSection.Write(report, "Findings", diagnosis.Findings);
        if (diagnosis.PossibleCauses.Count > 0)
        {
            FindingSection.WriteCauses(report, diagnosis);
        }

        WriteRole(report, diagnosis.RoleChoice);
        WriteTags(report, diagnosis.PrincipalTags);
        if (diagnosis.TrustPolicyStatement is { } statement)
        {
            report.Section("Statement that the role's trust policy must contain");
            report.Code(statement);
        }

        FindingSection.WriteNotes(report, diagnosis.Notes);
        return report.ToString();
    }

    private static void WriteRole(ReportWriter report, RoleChoice? choice)
    {
        if (choice is null)
        {
            return;
        }

        report.Section("Role");
        report.Item(choice.RoleArn is { } role ? $"{Shown.Text(role)}: {choice.Explanation}" : choice.Explanation);
        if (choice.MappingKey is { } key)
        {
            report.Item($"role mapping: {Shown.Text(key)}, type {choice.MappingType}, ambiguous: {choice.AmbiguousRoleResolution}");
        }

        foreach (var evaluation in choice.Rules)
        {
            var rule = evaluation.Rule;
            report.Item(
                $"rule {evaluation.Index}: {Shown.Text(rule.Claim)} {rule.MatchType} \"{Shown.Text(rule.Value)}\" "
                + $"gives {Shown.Text(rule.RoleARN)}");
            report.Item(evaluation.Explanation + (evaluation.ClaimValue is { } value ? $" The claim is \"{value}\"." : ""), 1);
        }

        if (choice.TokenRoles.Count > 0)
        {
            report.Item($"cognito:roles: {Shown.List(choice.TokenRoles)}");
        }

        if (choice.PreferredRole is { } preferred)
        {
            report.Item($"cognito:preferred_role: \"{Shown.Text(preferred)}\"");
        }
    }

    private static void WriteTags(ReportWriter report, IReadOnlyList<PredictedPrincipalTag> tags)
    {
        if (tags.Count == 0)
        {
            return;
        }

        report.Section("Principal tags");
        foreach (var tag in tags)
        {
            var value = tag.Value is { } shown ? $"\"{shown}\""
                : tag.Length is { } length ? Wording.Count(length, "character")
                : "not sent: no such claim";
            var problem = tag.Problem is null ? "" : $"; {tag.Problem}";
            report.Item($"{Shown.Text(tag.Tag)} from the claim {Shown.Text(tag.Claim)}: {value}{problem}");
        }
    }
}
