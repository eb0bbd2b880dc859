namespace CognitoIdentity;

/// <summary>
/// The times in a token: when it was issued and when it expires; null for a text that is not a JSON Web Token, or says neither.
/// </summary>
internal readonly record struct TokenTimes(DateTimeOffset? IssuedAt, DateTimeOffset? Expiration)
{
    public static TokenTimes Read(string token) =>
        JsonWebToken.TryRead(token, readsIssuer: false, out var read) ? new(read.IssuedAt, read.Expiration) : default;

    /// <summary>Returns whether one token of a user is older than another by what they say themselves.</summary>
    public static bool IsOlder(string token, string than)
    {
        var (one, other) = (Read(token), Read(than));
        return one.Expiration != other.Expiration ? one.Expiration < other.Expiration : one.IssuedAt < other.IssuedAt;
    }
}
