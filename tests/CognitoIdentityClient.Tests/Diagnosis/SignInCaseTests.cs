namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>Every failure that somebody reported in public must be explained by its cause.</summary>
public sealed class SignInCaseTests
{
    // The causes of the cases, and the codes by which a diagnosis names them.
    private static readonly Dictionary<string, string[]> Codes = new()
    {
        ["audience-apple"] = ["audience-not-configured"],
        // In one case, the pool listed a wrong user pool as well as wrong app clients.
        ["audience-not-configured"] = ["audience-not-configured", "provider-not-configured"],
        ["developer-wrong-key"] = ["developer-wrong-key", "developer-provider-unknown"],
        ["key-malformed"] = ["key-malformed", "key-not-a-provider"],
        ["partition-china"] = ["developer-key-partition"],
        ["provider-not-configured"] = ["provider-not-configured", "no-providers"],
        ["principal-tags"] = ["principal-tags", "principal-tags-not-text"],
        ["wrong-identity-pool"] = ["identity-pool-id-malformed"],
    };

    public static TheoryData<string> Decidable => [.. SignInCase.All.Where(pair => pair.Value.IsDecidable).Select(pair => pair.Key)];

    public static TheoryData<string> Undecidable => [.. SignInCase.All.Where(pair => !pair.Value.IsDecidable).Select(pair => pair.Key)];

    [Theory]
    [MemberData(nameof(Decidable))]
    public void Cause_is_among_the_first_two_findings(string id)
    {
        var signIn = SignInCase.All[id];
        var diagnosis = signIn.Diagnose();

        Assert.True(
            diagnosis.Findings.Take(2).Any(finding => CodesOf(signIn.Cause).Contains(finding.Code)), $"{signIn.Cause}:\n{diagnosis}");
    }

    [Theory]
    [MemberData(nameof(Undecidable))]
    public void Cause_is_among_those_that_only_the_service_knows_where_nothing_else_shows_it(string id)
    {
        var signIn = SignInCase.All[id];
        var diagnosis = signIn.Diagnose();

        Assert.True(
            diagnosis.PossibleCauses.Any(cause => CodesOf(signIn.Cause).Contains(cause.Code)), $"{signIn.Cause}:\n{diagnosis}");
    }

    // The diagnosis must not need the error: whoever asks before the first call has none.
    [Theory]
    [MemberData(nameof(Decidable))]
    public void Cause_is_found_without_the_error_where_pool_and_token_show_it(string id)
    {
        string[] shownByTheErrorAlone =
            ["expired-saml", "principal-tags-list", "dev-link-without-login", "no-logins-on-refresh", "expired-clock-tv"];
        if (shownByTheErrorAlone.Contains(id))
        {
            return;
        }

        var signIn = SignInCase.All[id];
        var diagnosis = SignInDiagnosis.Create(
            signIn.PoolId, signIn.Logins, signIn.Options with { ErrorCode = null, ErrorMessage = null });

        Assert.True(
            diagnosis.Findings.Take(2).Any(finding => CodesOf(signIn.Cause).Contains(finding.Code)), $"{signIn.Cause}:\n{diagnosis}");
    }

    private static string[] CodesOf(string cause) => Codes.GetValueOrDefault(cause, [cause]);
}
