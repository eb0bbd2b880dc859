namespace CognitoIdentity;

/// <summary>Checks of an opaque access token before it becomes a login. Messages say what is wrong with it and never show it.</summary>
internal static class OpaqueToken
{
    /// <summary>Returns the issuer of an access token by the beginning that it is known for; null if it has none of them.</summary>
    public static string? KnownIssuer(string text) =>
        text.StartsWith("ya29.", StringComparison.Ordinal) ? "Google"
        : text.StartsWith("EAA", StringComparison.Ordinal) ? "Facebook"
        : text.StartsWith("Atza|", StringComparison.Ordinal) ? "Login with Amazon"
        : null;

    /// <summary>Checks that a text can be an opaque access token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">The provider's name.</param>
    /// <param name="advice">What to do if it is a JSON Web Token: the rest of the message.</param>
    /// <exception cref="LoginTokenException">The text begins with "Bearer ", or is a JSON Web Token.</exception>
    public static void Check(string text, string provider, string advice)
    {
        if (BearerPrefix.IsIn(text))
        {
            throw new LoginTokenException($"The token {BearerPrefix.Problem}.") { Reason = ErrorReason.MalformedToken };
        }

        if (JsonWebToken.TryRead(text, readsIssuer: true, out var token))
        {
            var issuer = IdToken.GetProvider(token.Issuer) is { } name ? $" issued by {name}" : "";
            throw new LoginTokenException($"The token is a JSON Web Token{issuer}, but {provider} takes an opaque access token. {advice}")
            {
                Reason = ErrorReason.IssuerMismatch,
            };
        }
    }
}
