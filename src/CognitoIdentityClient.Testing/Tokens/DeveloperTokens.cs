namespace CognitoIdentity.Testing;

/// <summary>Tokens of identity pools that come back in GetCredentialsForIdentity, after GetOpenIdTokenForDeveloperIdentity.</summary>
internal static class DeveloperTokens
{
    /// <summary>Checks a developer token, and returns the principal tags that it carries.</summary>
    /// <exception cref="ServiceError">NotAuthorizedException: another issuer's token, one of another identity, or one that has
    /// expired.</exception>
    public static IReadOnlyDictionary<string, string> Check(Identity identity, LoginToken login, DateTimeOffset now)
    {
        LinkRules.RequireUsable(identity);
        if (login is not { IsTrusted: true, Parsed: { } token })
        {
            // https://github.com/aws-amplify/aws-sdk-android/issues/1431
            throw ServiceError.NotAuthorized("Invalid login token. Not a Cognito token.");
        }

        if (token.Text("sub") != identity.Id
            || !token.Texts("aud").Contains(identity.Pool.Id)
            || token.Texts("amr") is [RoleKinds.Unauthenticated])
        {
            throw ServiceError.LoginsDoNotMatch();
        }

        if (now.ToUnixTimeSeconds() >= token.ExpiresAt)
        {
            throw ServiceError.NotAuthorized($"Invalid login token. Token expired: {now.ToUnixTimeSeconds()} >= {token.ExpiresAt}");
        }

        return Tags(token);
    }

    /// <summary>Returns the principal tags in a token of this emulator.</summary>
    public static IReadOnlyDictionary<string, string> Tags(JsonWebTokenText token) =>
        token.Claims.TryGetProperty(OpenIdTokenIssuer.TagsClaim, out var tags)
            ? tags.GetProperty("principal_tags").EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value[0].GetString()!)
            : new Dictionary<string, string>();
}
