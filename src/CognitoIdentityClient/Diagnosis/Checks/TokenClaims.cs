using System.Text.Json;

namespace CognitoIdentity;

/// <summary>The claims of a JSON Web Token, decoded. The signature is not judged: only the service can.</summary>
internal sealed class TokenClaims
{
    private readonly JsonElement _claims;

    private TokenClaims(JsonWebToken token, JsonElement claims)
    {
        _claims = claims;
        (Issuer, IsForAccess) = (token.Issuer, token.IsForAccess);
        Provider = IdToken.GetProvider(token.Issuer);
        Audiences = Texts("aud");
        ExpiresAt = Number("exp");
    }

    public string? Issuer { get; }

    /// <summary>The name of the provider that issued the token, as Logins and IAM spell it; null where the issuer can be none.</summary>
    public string? Provider { get; }

    public bool IsForAccess { get; }

    public IReadOnlyList<string> Audiences { get; }

    /// <summary>The claim exp in epoch seconds; null if there is none.</summary>
    public long? ExpiresAt { get; }

    /// <summary>Whether the issuer is a provider, by its name. (Google's tokens name it with and without the scheme.)</summary>
    public bool IsIssuedBy(string provider) =>
        ProviderKeys.AreSame(Issuer, provider) || ProviderKeys.AreSame(Issuer, $"https://{provider}");

    /// <summary>Whether an identity pool issued the token, and not an identity provider.</summary>
    public bool IsFromIdentityPool => ServiceName.IsLike(Provider);

    public static TokenClaims? Read(string text)
    {
        if (!JsonWebToken.TryRead(text, readsIssuer: true, out var token))
        {
            return null;
        }

        const int Quantum = 4;
        var start = text.IndexOf('.') + 1;
        var part = text[start..text.IndexOf('.', start)].Replace('-', '+').Replace('_', '/');
        using var document = JsonDocument.Parse(
            Convert.FromBase64String(part.PadRight((part.Length + Quantum - 1) / Quantum * Quantum, '=')));
        return new(token, document.RootElement.Clone());
    }

    /// <summary>A claim that is a text; null where it is absent or something else.</summary>
    public string? Text(string claim) =>
        _claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A claim that is a text or a list of texts; other items of a list are skipped.</summary>
    public IReadOnlyList<string> Texts(string claim)
    {
        if (!_claims.TryGetProperty(claim, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Select(item => item.GetString()!)],
            _ => [],
        };
    }

    /// <summary>
    /// A claim as role mappings and principal tags see it: a text itself, anything else as JSON; null where it is absent.
    /// </summary>
    public string? AsCompared(string claim) => !_claims.TryGetProperty(claim, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.GetRawText();

    public bool IsList(string claim) => _claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Array;

    public long? Number(string claim) =>
        _claims.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number)
        && Math.Abs(number) < long.MaxValue
            ? (long)number
            : null;
}
