using System.Globalization;

namespace CognitoIdentity;

/// <summary>Checks of a provider's ID token before it becomes a login. Messages say what is wrong with it and never show it.</summary>
internal static class IdToken
{
    private const string Scheme = "https://";
    private const int MaxNameLength = 128;

    /// <summary>
    /// The time after its expiration for which a token is still accepted by default, because the local clock may be wrong.
    /// </summary>
    private static readonly TimeSpan DefaultLeeway = TimeSpan.FromDays(1);

    /// <summary>Returns the name of the provider that issued a token.</summary>
    /// <exception cref="LoginTokenException">The text is not an ID token, it has expired, or its issuer cannot be a provider.</exception>
    public static string GetProvider(string text, TimeProvider? clock, TimeSpan? leeway)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leeway ?? default, TimeSpan.Zero, "expirationLeeway");
        if (BearerPrefix.IsIn(text))
        {
            throw Refused(ErrorReason.MalformedToken, $"The token {BearerPrefix.Problem}.");
        }

        if (!JsonWebToken.TryRead(text, readsIssuer: true, out var token))
        {
            throw Refused(ErrorReason.MalformedToken, Unreadable(text));
        }

        if (token.IsForAccess)
        {
            throw Refused(ErrorReason.WrongTokenUse, "The token is an access token; the ID token of the same sign-in is needed.");
        }

        if ((clock ?? TimeProvider.System).GetUtcNow() - token.Expiration >= (leeway ?? DefaultLeeway))
        {
            throw Refused(
                ErrorReason.TokenExpired,
                string.Create(CultureInfo.InvariantCulture, $"The token expired at {token.Expiration:yyyy-MM-dd HH:mm:ss}Z."));
        }

        if (!token.HasAudience)
        {
            throw Refused(ErrorReason.MissingAudience, "The token has no audience (the claim aud), which every ID token has.");
        }

        return GetProvider(token.Issuer)
            ?? throw Refused(ErrorReason.IssuerMismatch, "The token's issuer (the claim iss) is not the https address of a provider.");
    }

    /// <summary>Checks that a token is the ID token of a provider.</summary>
    /// <exception cref="LoginTokenException">The text is not an ID token, it has expired, or another provider issued it.</exception>
    public static void Check(string text, string provider, TimeProvider? clock, TimeSpan? leeway)
    {
        var issuer = GetProvider(text, clock, leeway);
        if (issuer != provider)
        {
            // A text that is too long for a provider's name may be a token in the wrong place, so it is not shown.
            var named = provider.Length > MaxNameLength ? "the provider that was named" : provider;
            throw Refused(ErrorReason.IssuerMismatch, $"The token was issued by {issuer} and not by {named}.");
        }
    }

    /// <summary>
    /// Returns the name of a provider by its address: without the scheme and, as the service wants it
    /// (https://github.com/aws-amplify/amplify-flutter/issues/3478), without a slash at the end. Null if the address is invalid.
    /// </summary>
    public static string? GetProvider(string? issuer)
    {
        // Google's tokens name it with and without the scheme: https://developers.google.com/identity/openid-connect/openid-connect
        if (issuer == ProviderNames.Google)
        {
            return issuer;
        }

        if (issuer is null || !issuer.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        // Other characters than printable ASCII are invalid in an address, and could forge a line of a log in an exception's message.
        var name = issuer[Scheme.Length..].TrimEnd('/');
        return name.Length is > 0 and <= MaxNameLength && name.All(character => character is > ' ' and <= '~') ? name : null;
    }

    private static string Unreadable(string text)
    {
        var length = Wording.Count(text.Length, "character");
        return OpaqueToken.KnownIssuer(text) is { } issuer
            ? $"The token ({length}) is an access token of {issuer}; the ID token of the same sign-in is needed."
            : text.Split('.').Length == 3
                ? $"The token ({length}) looks like a JSON Web Token but cannot be decoded; pass it whole and unchanged."
                : $"The token ({length}) is not a JSON Web Token, as every ID token is. Opaque tokens are access tokens; "
                    + "the ID token of the same sign-in is needed.";
    }

    private static LoginTokenException Refused(ErrorReason reason, string message) => new(message) { Reason = reason };
}
