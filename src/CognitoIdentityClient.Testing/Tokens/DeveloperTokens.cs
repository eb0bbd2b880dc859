using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>Tokens of identity pools that come back in GetCredentialsForIdentity, after GetOpenIdTokenForDeveloperIdentity.</summary>
internal static class DeveloperTokens
{
    /// <summary>The principal tags that the token carries.</summary>
    /// <exception cref="ServiceError">NotAuthorizedException: the token is not ours, is of another identity or has expired.</exception>
    public static IReadOnlyDictionary<string, string> Check(OpenIdTokenIssuer issuer, Identity identity, string text, DateTimeOffset now)
    {
        LinkRules.RequireUsable(identity);
        // https://github.com/aws-amplify/aws-sdk-android/issues/1431
        var token = issuer.Read(text) ?? throw ServiceError.NotAuthorized("Invalid login token. Not a Cognito token.");
        if (token.Text("sub") != identity.Id || !token.Texts("aud").Contains(identity.Pool.Id) || token.Texts("amr") is ["unauthenticated"])
        {
            throw ServiceError.LoginsDoNotMatch();
        }

        if (now.ToUnixTimeSeconds() >= token.ExpiresAt)
        {
            throw ServiceError.NotAuthorized($"Invalid login token. Token expired: {now.ToUnixTimeSeconds()} >= {token.ExpiresAt}");
        }

        return Tags(token.Claims);
    }

    private static Dictionary<string, string> Tags(JsonElement claims) =>
        claims.TryGetProperty(OpenIdTokenIssuer.TagsClaim, out var tags)
            ? tags.GetProperty("principal_tags").EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value[0].GetString()!)
            : [];
}
