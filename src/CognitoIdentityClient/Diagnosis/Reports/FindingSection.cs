namespace CognitoIdentity;

/// <summary>Writes findings and notes, which both reports have.</summary>
internal static class FindingSection
{
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
