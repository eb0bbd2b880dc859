using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>Checks the SAML response of a login, as far as it can be read: until when it is valid.</summary>
internal static class SamlChecks
{
    // An attribute of the assertion's conditions (SAML core, 2.5.1). No XML parser: this is advice, and the service reads the document.
    private const string Attribute = "NotOnOrAfter=\"";

    public static void Check(SignInFacts facts, LoginFacts login, FindingList findings)
    {
        if (ReadExpiration(login.Text) is { } expiration && facts.Now >= expiration)
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

    private static DateTimeOffset? ReadExpiration(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        var document = Encoding.UTF8.GetString(bytes, 0, length);
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
