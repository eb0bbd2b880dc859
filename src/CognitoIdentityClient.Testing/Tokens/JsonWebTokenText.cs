using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing;

/// <summary>A JSON Web Token taken apart, its signature not yet checked.</summary>
internal sealed class JsonWebTokenText
{
    private readonly string _signedText;
    private readonly string _signature;

    private JsonWebTokenText(string[] parts, JsonElement header, JsonElement claims)
    {
        _signedText = $"{parts[0]}.{parts[1]}";
        _signature = parts[2];
        Header = header;
        Claims = claims;
    }

    public JsonElement Header { get; }

    public JsonElement Claims { get; }

    /// <summary>Parses a token. Returns null when the text is not a JSON Web Token and so is opaque to the service.</summary>
    public static JsonWebTokenText? TryParse(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 3
            && DecodeObject(parts[0]) is { } header
            && header.TryGetProperty("alg", out _)
            && DecodeObject(parts[1]) is { } claims
                ? new(parts, header, claims)
                : null;
    }

    /// <summary>Returns a claim that is text; null when it is absent or something else.</summary>
    public string? Text(string claim) =>
        Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Returns a claim that is a text or a list of texts, such as the audience or the roles.</summary>
    public IReadOnlyList<string> Texts(string claim) => Claims.TryGetProperty(claim, out var value) ? Texts(value) : [];

    /// <summary>The id of the key that the header names; null when it names none.</summary>
    public string? KeyId => HeaderText("kid");

    /// <summary>The expiry in epoch seconds; null when the token has none.</summary>
    public long? ExpiresAt =>
        Claims.TryGetProperty("exp", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds)
        && Math.Abs(seconds) < long.MaxValue
            ? (long)seconds
            : null;

    /// <summary>Returns whether one of the keys that the header may mean made the signature.</summary>
    public bool IsSignedBy(IEnumerable<SecurityKey> keys)
    {
        var keyId = KeyId;
        var algorithm = HeaderText("alg");
        return algorithm is not null
            && keys.Any(key => (keyId is null || key.KeyId is null || key.KeyId == keyId) && IsSignedBy(key, algorithm));
    }

    private bool IsSignedBy(SecurityKey key, string algorithm)
    {
        // Symmetric algorithms are refused: a key set is public, and so would its "secret" be.
        if (algorithm.StartsWith("HS", StringComparison.Ordinal) || !key.CryptoProviderFactory.IsSupportedAlgorithm(algorithm, key))
        {
            return false;
        }

        try
        {
            var signature = Base64UrlEncoder.DecodeBytes(_signature);
            // The verifier takes no empty signature, it throws.
            if (signature.Length == 0)
            {
                return false;
            }

            var verifier = key.CryptoProviderFactory.CreateForVerifying(key, algorithm);
            try
            {
                return verifier.Verify(Encoding.ASCII.GetBytes(_signedText), signature);
            }
            finally
            {
                key.CryptoProviderFactory.ReleaseSignatureProvider(verifier);
            }
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private string? HeaderText(string name) =>
        Header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array =>
            [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
        _ => [],
    };

    private static JsonElement? DecodeObject(string part)
    {
        try
        {
            var json = RequestBody.Parse(Base64UrlEncoder.DecodeBytes(part));
            return part.Length == 0 ? null : json;
        }
        catch (Exception e) when (e is FormatException or ServiceError)
        {
            return null;
        }
    }
}
