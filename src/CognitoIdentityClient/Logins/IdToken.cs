using System.Globalization;

namespace CognitoIdentity;

/// <summary>Looks at a provider's ID token before it becomes a login, and says what is wrong with it, never what is in it.</summary>
internal static class IdToken
{
    private const string Scheme = "https://";
    private const string Google = "accounts.google.com";
    private const int LongestProvider = 128;

    /// <summary>The name of the provider that issued a token.</summary>
    /// <exception cref="LoginTokenException">It is no ID token, it has expired, or its issuer can be no provider.</exception>
    public static string ProviderOf(string text, TimeProvider clock)
    {
        if (!JsonWebToken.TryRead(text, readsIssuer: true, out var token))
        {
            throw Refused(
                ErrorReason.MalformedToken,
                $"The token ({Wording.Count(text.Length, "character")}) is not a JSON web token that can be read, as every ID token is. "
                + "Opaque tokens are access tokens.");
        }

        if (token.IsForAccess)
        {
            throw Refused(ErrorReason.WrongTokenUse, "The token is an access token; the ID token of the same sign-in is needed.");
        }

        if (token.Expiration <= clock.GetUtcNow())
        {
            throw Refused(
                ErrorReason.TokenExpired,
                string.Create(CultureInfo.InvariantCulture, $"The token expired at {token.Expiration:yyyy-MM-dd HH:mm:ss}Z."));
        }

        if (!token.HasAudience)
        {
            throw Refused(ErrorReason.MissingAudience, "The token has no audience (the claim aud), as every ID token does.");
        }

        return ProviderOf(token.Issuer)
            ?? throw Refused(ErrorReason.IssuerMismatch, "The token's issuer (the claim iss) is not the https address of a provider.");
    }

    /// <summary>Checks that a token is the ID token of a provider.</summary>
    /// <exception cref="LoginTokenException">It is no ID token, it has expired, or another provider issued it.</exception>
    public static void Check(string text, string provider, TimeProvider clock)
    {
        var issuer = ProviderOf(text, clock);
        if (issuer != provider)
        {
            // What is too long for a provider's name may be a token that took the wrong place.
            var named = provider.Length > LongestProvider ? "the provider that was named" : provider;
            throw Refused(ErrorReason.IssuerMismatch, $"The token was issued by {issuer} and not by {named}.");
        }
    }

    /// <summary>
    /// The name of a provider by its address: without the scheme and, as the service wants it
    /// (https://github.com/aws-amplify/amplify-flutter/issues/3478), without a slash at the end. Null if it can be none.
    /// </summary>
    public static string? ProviderOf(string? issuer)
    {
        // Google's tokens name it with and without the scheme: https://developers.google.com/identity/openid-connect/openid-connect
        if (issuer == Google)
        {
            return Google;
        }

        if (issuer is null || !issuer.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        // What is not plain ASCII is no address, and has no place in the text of an exception either.
        var name = issuer[Scheme.Length..].TrimEnd('/');
        return name.Length is > 0 and <= LongestProvider && name.All(character => character is > ' ' and <= '~') ? name : null;
    }

    private static LoginTokenException Refused(ErrorReason reason, string message) => new(message) { Reason = reason };
}
