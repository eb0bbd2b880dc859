namespace CognitoIdentity;

/// <summary>
/// A map of logins. Mistakes that are certain get words of their own, because the service's messages about them mislead; everything else
/// about providers and tokens is left to the service.
/// </summary>
internal sealed class LoginsConstraint(TextConstraint provider, TextConstraint token, int max)
    : MapConstraint<string, string>(provider, token, max)
{
    public override void Check(IReadOnlyDictionary<string, string> map, ref RequestChecker checker) =>
        base.Check(map is Logins logins ? logins.Tokens : map, ref checker);

    protected override void CheckEntry(string entryKey, string entryValue, ref RequestChecker checker)
    {
        base.CheckEntry(entryKey, entryValue, ref checker);
        if (!checker.ChecksLimits)
        {
            return;
        }

        // The service would blame the token: "Invalid login token. Issuer doesn't match providerName".
        if (entryKey.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            checker.Add("name of a provider", "has a key that begins with \"https://\"; a provider's name is its address without that");
        }

        if (entryValue is null)
        {
            return;
        }

        // A developer provider's value is the user's id, which may be any text: only a token after "Bearer " is certainly a mistake there.
        if (ProviderNames.IsPublic(entryKey) ? BearerPrefix.IsIn(entryValue) : BearerPrefix.IsBeforeToken(entryValue))
        {
            checker.Add("token alone", BearerPrefix.Problem);
        }

        // The service's own message is "Invalid login token. Missing a required claim: aud", which has puzzled many:
        // https://github.com/amazon-archives/amazon-cognito-identity-js/issues/7
        else if (ProviderNames.IsUserPool(entryKey) && JsonWebToken.IsAccessToken(entryValue))
        {
            checker.Add("ID token", "is an access token; the user pool's ID token is needed");
        }
    }
}
