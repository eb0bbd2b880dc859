namespace CognitoIdentity;

/// <summary>Writes the report of an identity pool.</summary>
internal static class PoolReport
{
    public static string Write(IdentityPoolDiagnosis diagnosis, ReportFormat format)
    {
        var report = new ReportWriter(format);
        report.Title($"Identity pool {diagnosis.IdentityPoolId}");
        FindingSection.Write(report, "Findings", diagnosis.Findings);
        WriteStatement(report, "guests", diagnosis.GuestTrustPolicyStatement);
        WriteStatement(report, "signed-in users", diagnosis.UserTrustPolicyStatement);
        FindingSection.WriteNotes(report, diagnosis.Notes);
        return report.ToString();
    }

    private static void WriteStatement(ReportWriter report, string users, string? statement)
    {
        if (statement is not null)
        {
            report.Section($"Statement that the trust policy of a role for {users} must contain");
            report.Code(statement);
        }
    }
}
