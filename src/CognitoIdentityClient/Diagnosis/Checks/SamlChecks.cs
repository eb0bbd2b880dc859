using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>Checks the SAML response of a login, as far as it can be read: its form, and until when it is valid.</summary>
internal static class SamlChecks
{
    // An attribute of the assertion's conditions (SAML core, 2.5.1). No XML parser: this is advice, and the service reads the document.
    private const string Attribute = "NotOnOrAfter=\"";

    public static void Check(SignInFacts facts, LoginFacts login, FindingList findings)
    {
        var document = ReadDocument(login.Text);
        CheckForm(login, document, findings);
        if (document is not null && ReadExpiration(document) is { } expiration && facts.Now >= expiration)
        {
            var finding = TokenCauses.Expired.At(
                login.ClaimPath("NotOnOrAfter"),
                Shown.Time(expiration.ToUnixTimeSeconds()),
                $"later than {Shown.Time(facts.Now.ToUnixTimeSeconds())}");
            findings.Add(
                SignInStage.Logins,
                TokenCauses.Expired,
                finding with { Advice = "Get a new SAML response: one is valid for a few minutes and cannot be used again." });
        }
    }

    // The service's messages about such texts are not known.
    private static void CheckForm(LoginFacts login, string? document, FindingList findings)
    {
        const string Advice = "Pass the value of the form field SAMLResponse that the identity provider posts, as it is.";
        (string Found, string Advice)? mistake = TokenShape.FindMistake(login.Text) ?? (login.Text, document) switch
        {
            _ when login.Token is not null => (
                "a JSON Web Token", "Pass the provider's SAML response here. A JSON Web Token goes under the name of its issuer."),
            _ when login.Text.TrimStart().StartsWith('<') => ("XML", $"Encode the SAML response in Base64. {Advice}"),
            _ when login.Text.Contains('%', StringComparison.Ordinal) => (
                "a URL-encoded text", $"Decode the value of the form field, or query, once: what is left is Base64. {Advice}"),
            (_, { } text) when !text.Contains('<', StringComparison.Ordinal) => (
                "Base64 of something else than XML", $"A response that came in a redirect is compressed, and does not fit. {Advice}"),
            (_, { } text) when !text.Contains("Response", StringComparison.Ordinal) => (
                "a SAML document without a response", $"The assertion alone is not enough. {Advice}"),
            _ => ((string, string)?)null,
        };
        if (mistake is var (found, advice))
        {
            var finding = TokenCauses.Malformed.At(login.Path, found, "a SAML response in Base64") with
            {
                Severity = FindingSeverity.Warning,
                Reason = ErrorReason.InvalidLoginToken,
                Summary = "The token is not a SAML response in Base64.",
                Advice = advice,
            };
            findings.Add(SignInStage.None, TokenCauses.Malformed, finding);
        }
    }

    private static string? ReadDocument(string text)
    {
        var bytes = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    private static DateTimeOffset? ReadExpiration(string document)
    {
        DateTimeOffset? earliest = null;
        var start = 0;
        while (document.IndexOf(Attribute, start, StringComparison.Ordinal) is >= 0 and var at)
        {
            start = at + Attribute.Length;
            var end = document.IndexOf('"', start);
            if (end > start
                && DateTimeOffset.TryParse(
                    document.AsSpan(start, end - start), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                && !(earliest <= time))
            {
                earliest = time;
            }
        }

        return earliest;
    }
}
