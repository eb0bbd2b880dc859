namespace CognitoIdentity;

/// <summary>Writes findings and notes, which both reports have.</summary>
internal static class FindingSection
{
    /// <summary>
    /// Writes the causes that remain: in one line each where a nearer one is known, so that they do not drown it.
    /// </summary>
    public static void WriteCauses(ReportWriter report, SignInDiagnosis diagnosis)
    {
        // The causes of a configuration that could not be read are there only where an error happened.
        var isUnread = diagnosis.PossibleCauses.Any(UnreadCauses.IsOne);
        var who = isUnread ? "the pool's configuration, IAM or the service shows" : "IAM or the service knows";
        if (!diagnosis.Findings.Any(finding => finding.Severity == FindingSeverity.Error))
        {
            Write(report, $"Causes that only {who}", diagnosis.PossibleCauses, showsSeverity: false);
            return;
        }

        report.Section($"Causes that only {who}, and that may come after the findings");
        foreach (var cause in diagnosis.PossibleCauses)
        {
            report.Item($"{cause.Summary} ({cause.Code})");
        }
    }

    public static void Write(ReportWriter report, string title, IReadOnlyList<DiagnosisFinding> findings, bool showsSeverity = true)
    {
        report.Section(title);
        if (findings.Count == 0)
        {
            report.Item("none");
        }

        foreach (var finding in findings)
        {
            report.Item($"{(showsSeverity ? $"{finding.Severity}: " : "")}{finding.Summary} ({finding.Code})");
            report.Item($"at {finding.Path}", 1);
            Detail(report, "found:    ", finding.Found);
            Detail(report, "expected: ", finding.Expected);
            Detail(report, "do:       ", finding.Advice);
        }
    }

    public static void WriteNotes(ReportWriter report, IReadOnlyList<string> notes)
    {
        if (notes.Count == 0)
        {
            return;
        }

        report.Section("Notes");
        foreach (var note in notes)
        {
            report.Item(note);
        }
    }

    private static void Detail(ReportWriter report, string label, string? text)
    {
        if (text is not null)
        {
            report.Item(label + text, 1);
        }
    }
}
