namespace CognitoIdentity;

/// <summary>Checks the token of a provider whose tokens only the provider can read: Facebook, Amazon, Twitter.</summary>
internal static class OpaqueTokenChecks
{
    public static void Check(LoginFacts login, FindingList findings)
    {
        if (login.Token is { } token)
        {
            CheckJsonWebToken(login, token, findings);
        }
        else if (OpaqueToken.KnownIssuer(login.Text) is { } issuer && ProviderKeys.GuessSocial(issuer) is { } provider)
        {
            if (provider != login.Key)
            {
                findings.Add(
                    SignInStage.Logins,
                    RequestCauses.KeyOfOtherProvider,
                    RequestCauses.KeyOfOtherProvider.At(login.Path, $"an access token of {issuer}", $"\"{provider}\"") with
                    {
                        Reason = ErrorReason.InvalidLoginToken,
                    });
            }
        }
        else if (TokenShape.FindMistake(login.Text) is var (found, advice))
        {
            findings.Add(SignInStage.Logins, TokenCauses.Malformed, Describe(login, found, advice));
        }
        else if (login.Key == ProviderNames.Twitter && !login.Text.Contains(';', StringComparison.Ordinal))
        {
            var finding = Describe(
                login, "a text without a semicolon", "Pass the token and its secret, joined by a semicolon: TOKEN;SECRET.");
            findings.Add(SignInStage.None, TokenCauses.Malformed, finding with { Severity = FindingSeverity.Warning });
        }
    }

    private static DiagnosisFinding Describe(LoginFacts login, string found, string advice) =>
        TokenCauses.Malformed.At(login.Path, found, "an access token of the provider") with
        {
            Reason = ErrorReason.InvalidLoginToken,
            Summary = "The token is not an access token of the provider.",
            Advice = advice,
        };

    private static void CheckJsonWebToken(LoginFacts login, TokenClaims token, FindingList findings)
    {
        var isFacebook = login.Key == ProviderNames.Facebook;
        var domain = login.Key[(login.Key.IndexOf('.') + 1)..];
        if (token.Provider is { } provider && !provider.Split('/')[0].EndsWith(domain, StringComparison.Ordinal))
        {
            // Facebook refuses every JSON Web Token; what the other two do is not known.
            var (found, expected) = ($"\"{Shown.Key(login.Key)}\"", $"\"{Shown.Key(provider)}\"");
            var finding = RequestCauses.KeyOfOtherProvider.At(login.Path, found, expected) with
            {
                Severity = isFacebook ? FindingSeverity.Error : FindingSeverity.Warning,
                Reason = null,
            };
            findings.Add(isFacebook ? SignInStage.Logins : SignInStage.None, RequestCauses.KeyOfOtherProvider, finding);
        }
        else if (isFacebook)
        {
            findings.Add(
                SignInStage.Logins,
                TokenCauses.FacebookLimitedLogin,
                login.Path,
                "a JSON Web Token",
                "an opaque access token, as in EAA…");
        }
    }
}
