using System.Globalization;
using System.Text.RegularExpressions;

namespace CognitoIdentity;

/// <summary>Adds what the error that happened says beyond the configuration and the tokens.</summary>
internal static partial class ErrorChecks
{
    private static readonly TimeSpan NoticeableSkew = TimeSpan.FromSeconds(30);

    public static void Check(SignInFacts facts, FindingList findings)
    {
        if (!facts.HasError)
        {
            return;
        }

        CheckExpiration(facts, findings);
        CheckIdentity(facts, findings);
        NamedCauses.Check(facts, findings);
        var code = facts.Options.ErrorCode;
        if (code == "SerializationException" || Says(facts, "found where not expected"))
        {
            findings.Add(SignInStage.Logins, RoleCauses.TagNotText, facts.IsDeveloperOperation ? "Request.PrincipalTags" : "Request");
        }

        if (facts.Reason == ErrorReason.IdentityPoolNotFound && !findings.Has(RequestCauses.WrongRegion))
        {
            findings.Add(SignInStage.Logins, RequestCauses.PoolNotFound, "Request.IdentityPoolId", $"\"{Shown.Key(facts.PoolId)}\"");
        }
    }

    // The service names its own time: "Token expired: 1563259261 >= 1563256680". For SAML both numbers are milliseconds.
    private static void CheckExpiration(SignInFacts facts, FindingList findings)
    {
        if (facts.Reason != ErrorReason.TokenExpired)
        {
            return;
        }

        var isExpiredHere = findings.Has(TokenCauses.Expired);
        if (!isExpiredHere)
        {
            var login = facts.Logins.Count == 1 ? facts.Logins[0].Path : "Logins";
            findings.Add(SignInStage.Logins, TokenCauses.Expired, login, "expired, says the service");
        }

        var named = ExpiredPattern().Match(facts.Options.ErrorMessage ?? "");
        var skew = named.Success && ReadTime(named.Groups["now"].Value) is { } serviceNow ? serviceNow - facts.Now : (TimeSpan?)null;
        // A log may be read long after the error, so a local clock that is ahead proves nothing; one that is behind the service does.
        var hasReadableExpiry = facts.Logins.Any(login => login.Token?.ExpiresAt is not null);
        if (skew > NoticeableSkew || (!isExpiredHere && hasReadableExpiry))
        {
            findings.Add(
                SignInStage.None,
                TokenCauses.Clock,
                "Client.TimeProvider",
                skew > NoticeableSkew
                    ? $"{Shown.Time(facts.Now.ToUnixTimeSeconds())}, {Shown.Span(skew.Value)} behind the service"
                    : $"{Shown.Time(facts.Now.ToUnixTimeSeconds())}, at which the token is valid; the service says that it has expired",
                "the service's time");
        }
    }

    private static void CheckIdentity(SignInFacts facts, FindingList findings)
    {
        if (facts.IsGuest && facts.Reason == ErrorReason.IdentityForbidden)
        {
            findings.Add(SignInStage.Logins, RequestCauses.IdentityNeedsLogins, "Request.Logins", "no logins", "a login of the identity");
        }

        if (facts.IsDeveloperOperation && facts.Reason == ErrorReason.LoginsMismatch)
        {
            findings.Add(
                SignInStage.Logins,
                TokenCauses.LinkNeedsLogin,
                "Request.Logins",
                Shown.List(facts.Logins.Select(login => Shown.Key(login.Key))),
                "a login that the identity already has, too");
        }
    }

    private static DateTimeOffset? ReadTime(string digits)
    {
        const int DigitsOfMilliseconds = 13;
        return !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
            : digits.Length >= DigitsOfMilliseconds ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Min(number, 1e14))
            : DateTimeOffset.FromUnixTimeSeconds(number);
    }

    private static bool Says(SignInFacts facts, string text) =>
        facts.Options.ErrorMessage?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    [GeneratedRegex("Token expired: (?<now>[0-9]{1,16}) >= [0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex ExpiredPattern();
}
