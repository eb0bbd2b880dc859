using System.Buffers;
using System.Text.Json;

namespace CognitoIdentity;

/// <summary>
/// The claims of a JSON Web Token that matter for a login. The token is decoded only; its signature is verified by the service.
/// </summary>
internal record struct JsonWebToken
{
    private const int MaxCharacters = 50_000;

    /// <summary>The claim <c>iss</c>; null if it is missing or was not requested.</summary>
    public string? Issuer;

    /// <summary>Whether the token has a claim <c>aud</c>, as every ID token does.</summary>
    public bool HasAudience;

    /// <summary>The claim <c>exp</c>, clamped to the range of a date; null if it is missing.</summary>
    public DateTimeOffset? Expiration;

    /// <summary>The claim <c>iat</c>, as far as a date can hold it, or null if it is missing.</summary>
    public DateTimeOffset? IssuedAt;

    /// <summary>
    /// Whether this is an access token, according to the claim <c>token_use</c> of user pools or to <c>typ</c> in the header
    /// (<see href="https://datatracker.ietf.org/doc/html/rfc9068#section-2.1">RFC 9068</see>).
    /// </summary>
    public bool IsForAccess;

    /// <summary>Returns whether a text is a JSON Web Token for access. Allocates nothing.</summary>
    public static bool IsAccessToken(string text) => TryRead(text, readsIssuer: false, out var token) && token.IsForAccess;

    /// <summary>Reads a token.</summary>
    /// <returns>False if the text is not a JSON Web Token with readable claims.</returns>
    public static bool TryRead(string text, bool readsIssuer, out JsonWebToken token)
    {
        token = default;
        var header = text.IndexOf('.');
        var claims = text.IndexOf('.', header + 1);
        if (header <= 0 || claims < 0 || text.IndexOf('.', claims + 1) >= 0 || text.Length > MaxCharacters)
        {
            return false;
        }

        try
        {
            return token.TryReadPart(text.AsSpan(0, header), isHeader: true, readsIssuer)
                && token.TryReadPart(text.AsSpan(header + 1, claims - header - 1), isHeader: false, readsIssuer);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The part is not JSON, or a text in it is not valid Unicode.
            return false;
        }
    }

    private bool TryReadPart(ReadOnlySpan<char> part, bool isHeader, bool readsIssuer)
    {
        const int Quantum = 4;
        var length = (part.Length + Quantum - 1) / Quantum * Quantum;
        var base64 = ArrayPool<char>.Shared.Rent(length);
        var json = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            // Converts Base64url without padding to Base64: System.Buffers.Text.Base64Url is missing in .NET 8.
            part.CopyTo(base64);
            base64.AsSpan(part.Length, length - part.Length).Fill('=');
            var characters = base64.AsSpan(0, length);
            characters.Replace('-', '+');
            characters.Replace('_', '/');
            return Convert.TryFromBase64Chars(characters, json, out var bytes) && TryReadJson(json.AsSpan(0, bytes), isHeader, readsIssuer);
        }
        finally
        {
            // The claims are personal, and the next tenant of the buffer may print it.
            ArrayPool<char>.Shared.Return(base64, clearArray: true);
            ArrayPool<byte>.Shared.Return(json, clearArray: true);
        }
    }

    private bool TryReadJson(ReadOnlySpan<byte> json, bool isHeader, bool readsIssuer)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (isHeader)
            {
                ReadHeaderMember(ref reader);
            }
            else
            {
                ReadClaim(ref reader, readsIssuer);
            }
        }

        // Reading past the end of the object throws if more text follows.
        return !reader.Read();
    }

    private void ReadHeaderMember(ref Utf8JsonReader reader)
    {
        var isType = reader.ValueTextEquals("typ"u8);
        reader.Read();
        if (isType && reader.TokenType == JsonTokenType.String)
        {
            IsForAccess |= reader.ValueTextEquals("at+jwt"u8) || reader.ValueTextEquals("application/at+jwt"u8);
        }

        reader.Skip();
    }

    private void ReadClaim(ref Utf8JsonReader reader, bool readsIssuer)
    {
        var isIssuer = readsIssuer && reader.ValueTextEquals("iss"u8);
        var isUse = reader.ValueTextEquals("token_use"u8);
        var isExpiration = reader.ValueTextEquals("exp"u8);
        var isIssuedAt = reader.ValueTextEquals("iat"u8);
        HasAudience |= reader.ValueTextEquals("aud"u8);
        reader.Read();
        if (isIssuer && reader.TokenType == JsonTokenType.String)
        {
            Issuer = reader.GetString();
        }
        else if (isUse && reader.TokenType == JsonTokenType.String)
        {
            IsForAccess |= reader.ValueTextEquals("access"u8);
        }
        else if (isExpiration && reader.TokenType == JsonTokenType.Number)
        {
            Expiration = Date(reader.GetDouble());
        }
        else if (isIssuedAt && reader.TokenType == JsonTokenType.Number)
        {
            IssuedAt = Date(reader.GetDouble());
        }

        reader.Skip();
    }

    private static DateTimeOffset Date(double seconds) => DateTimeOffset.FromUnixTimeSeconds((long)Math.Clamp(
        seconds,
        DateTimeOffset.MinValue.ToUnixTimeSeconds(),
        DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
}
