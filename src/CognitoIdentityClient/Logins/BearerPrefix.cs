namespace CognitoIdentity;

/// <summary>The prefix of a token in the HTTP header <c>Authorization</c>, which is often copied along with the token.</summary>
internal static class BearerPrefix
{
    private const string Text = "Bearer ";

    /// <summary>The second half of a sentence about a token that begins with the prefix.</summary>
    public const string Problem = "begins with \"Bearer \", which belongs to an HTTP header; pass only the token after it";

    /// <summary>Returns whether a text begins with the prefix, in any case.</summary>
    public static bool IsIn(string text) => text.StartsWith(Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether a text is the prefix followed by a JSON Web Token. Allocates nothing for other texts.</summary>
    public static bool IsBeforeToken(string text) => IsIn(text) && JsonWebToken.TryRead(text[Text.Length..], readsIssuer: false, out _);
}
