namespace CognitoIdentity;

/// <summary>Says what a text that is not a readable JSON Web Token probably is, by its form and without repeating it.</summary>
internal static class TokenShape
{
    private const int PartsOfJsonWebToken = 3;
    private const int PartsOfEncryptedToken = 5;

    public static (string Found, string? Advice) Describe(string text)
    {
        var length = Wording.Count(text.Length, "character");
        var parts = text.Split('.').Length;
        return FindMistake(text) is var (found, advice) ? (found, advice) : text switch
        {
            _ when text.Any(char.IsWhiteSpace) || text.StartsWith('"') || text.StartsWith('\'') => (
                $"white space or quotes in the token, {length}", "Pass the token alone, without quotes, spaces or line breaks."),
            _ when OpaqueToken.KnownIssuer(text) is { } issuer => (
                $"an access token of {issuer}, {length}",
                issuer == "Google"
                    ? "Pass Google's ID token. Its access token is for Google's own APIs."
                    : $"Pass it under the name of {issuer}."),
            _ when parts == PartsOfEncryptedToken => (
                $"an encrypted token, as refresh tokens of user pools are, {length}", "Pass the ID token, and not the refresh token."),
            _ when parts == PartsOfJsonWebToken => (
                $"three parts that cannot be decoded, {length}", "Pass the token whole and unchanged: it was cut, or encoded once more."),
            _ when text.StartsWith("eyJ", StringComparison.Ordinal) => (
                $"a JSON Web Token of {Wording.Count(parts, "part")}, {length}", "Pass the token whole: a part of it is missing."),
            _ when Guid.TryParse(text, out _) => ("a UUID", "Pass the token, and not the user's id or an authorization code."),
            _ => ($"an opaque text, {length}", null),
        };
    }

    /// <summary>Returns the mistake behind a text that is not a token of any kind. Null for any other text.</summary>
    public static (string Found, string Advice)? FindMistake(string text) => text switch
    {
        "" => ("an empty text", "Wait until the sign-in has finished before you ask for credentials."),
        "undefined" or "null" or "[object Object]" or "[object Promise]" => (
            $"the text \"{text}\"", "Wait for the token: a missing value or an object was turned into text."),
        _ when BearerPrefix.IsIn(text) => (
            $"\"Bearer \" in front, {Wording.Count(text.Length, "character")}", "Pass the token alone, without \"Bearer \"."),
        _ when text.StartsWith('{') => (
            $"JSON, {Wording.Count(text.Length, "character")}",
            "Pass the token alone, and not the whole response: an ID token is its member id_token (idToken)."),
        _ => null,
    };
}
