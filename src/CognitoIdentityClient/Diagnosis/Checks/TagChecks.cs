using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>Finds the principal tags that the session would get, and whether they fit.</summary>
internal static class TagChecks
{
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html and API_AssumeRoleWithWebIdentity.html
    private const int MostTags = 50;
    private const int LongestName = 128;
    private const int LongestValue = 256;
    private const string AllowedSymbols = "_.:/=+-@";

    public static IReadOnlyList<PredictedPrincipalTag> Check(SignInFacts facts, FindingList findings)
    {
        var tags = new List<PredictedPrincipalTag>();
        foreach (var map in facts.Options.PrincipalTagAttributeMaps ?? [])
        {
            if (facts.Logins.FirstOrDefault(login => login.Key == map.IdentityProviderName) is not { } login)
            {
                continue;
            }

            foreach (var (tag, claim) in Effective(map))
            {
                tags.Add(Predict(facts, login, tag, claim, login.Token?.AsCompared(claim)));
            }
        }

        // A developer token brings tags of its own, whatever the maps say.
        foreach (var login in facts.Logins.Where(login => login.Token is { IsFromIdentityPool: true }))
        {
            tags.AddRange(login.Token!.PrincipalTags.Select(tag => Predict(facts, login, tag.Key, TokenClaims.TagsClaim, tag.Value)));
        }

        foreach (var tag in tags.Where(tag => tag.Problem is not null))
        {
            Refuse(
                facts,
                $"PrincipalTags[\"{Shown.Text(tag.Tag)}\"]",
                $"a value of {tag.Length} characters from the claim {Shown.Text(tag.Claim)}: {tag.Problem}",
                $"up to {LongestValue} letters, digits, spaces and {AllowedSymbols}",
                findings);
        }

        var sent = tags.Count(tag => tag.Length is not null);
        if (sent > MostTags)
        {
            Refuse(facts, "PrincipalTags", Wording.Count(sent, "tag"), $"up to {MostTags}", findings);
        }

        return tags;
    }

    // STS refuses the tags. The enhanced flow hides that behind an error of its own.
    private static void Refuse(SignInFacts facts, string path, string found, string expected, FindingList findings)
    {
        var finding = RoleCauses.TagDoesNotFit.At(path, found, expected);
        if (facts.IsClassicFlow)
        {
            findings.Add(
                SignInStage.SecurityTokenService, RoleCauses.TagDoesNotFit, finding with { ErrorCode = null, Reason = null });
            return;
        }

        findings.Add(SignInStage.Role, RoleCauses.TagDoesNotFit, finding);
    }

    // "username" and "client" are the defaults of the service.
    private static IEnumerable<KeyValuePair<string, string>> Effective(GetPrincipalTagAttributeMapResponse map) => map.UseDefaults == true
        ? [new("username", "sub"), new("client", "aud")]
        : map.PrincipalTags.OrderBy(tag => tag.Key, StringComparer.Ordinal);

    private static PredictedPrincipalTag Predict(SignInFacts facts, LoginFacts login, string tag, string claim, string? value) => new()
    {
        Provider = login.Key,
        Tag = tag,
        Claim = claim,
        Length = value?.Length,
        Value = facts.Options.ShowClaimValues && value is not null ? Shown.Text(value) : null,
        Problem = value is null ? null : GetProblem(tag, value),
    };

    private static string? GetProblem(string tag, string value) =>
        tag.Length > LongestName ? $"the tag's name is longer than {LongestName} characters"
        : value.Length > LongestValue ? $"the value is longer than {LongestValue} characters"
        : !value.EnumerateRunes().All(IsAllowed) ? "the value has a character that tags cannot have"
        : null;

    // Letters, numbers and separators of any script: [\p{L}\p{Z}\p{N}_.:/=+\-@]*
    private static bool IsAllowed(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.IsAscii && AllowedSymbols.Contains((char)rune.Value, StringComparison.Ordinal));
}
