namespace CognitoIdentity;

/// <summary>A map of logins, in which a user pool's token must be an ID token.</summary>
internal sealed class LoginsConstraint(TextConstraint provider, TextConstraint token, int max)
    : MapConstraint<string, string>(provider, token, max)
{
    private const string UserPoolPrefix = "cognito-idp.";

    public override void Check(IReadOnlyDictionary<string, string> map, ref RequestChecker checker) =>
        base.Check(map is Logins logins ? logins.Tokens : map, ref checker);

    protected override void CheckEntry(string entryKey, string entryValue, ref RequestChecker checker)
    {
        base.CheckEntry(entryKey, entryValue, ref checker);

        // The service's own answer is "Invalid login token. Missing a required claim: aud", which has puzzled many:
        // https://github.com/amazon-archives/amazon-cognito-identity-js/issues/7
        if (checker.ChecksLimits
            && entryValue is not null
            && entryKey.StartsWith(UserPoolPrefix, StringComparison.Ordinal)
            && JsonWebToken.IsAccessToken(entryValue))
        {
            checker.Add("ID token", "is an access token; the user pool's ID token is needed");
        }
    }
}
