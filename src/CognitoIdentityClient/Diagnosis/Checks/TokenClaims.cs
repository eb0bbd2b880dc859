using System.Text.Json;

namespace CognitoIdentity;

/// <summary>The claims of a JSON Web Token, decoded. The signature is not judged: only the service can.</summary>
internal sealed class TokenClaims
{
    /// <summary>The claim of a developer token in which STS finds principal tags.</summary>
    public const string TagsClaim = "https://aws.amazon.com/tags";

    private readonly JsonElement _claims;

    private TokenClaims(JsonWebToken token, JsonElement header, JsonElement claims)
    {
        _claims = claims;
        Algorithm = GetText(header, "alg");
        (Issuer, IsForAccess) = (token.Issuer, token.IsForAccess);
        Provider = IdToken.GetProvider(token.Issuer);
        Audiences = Texts("aud");
        ExpiresAt = Number("exp");
    }

    public string? Issuer { get; }

    /// <summary>The name of the provider that issued the token, as Logins and IAM spell it; null where the issuer can be none.</summary>
    public string? Provider { get; }

    public bool IsForAccess { get; }

    /// <summary>
    /// Whether the claims are those of an access token of a provider that does not say so in the token's header: ID tokens have no scope,
    /// and Keycloak calls its access tokens Bearer.
    /// </summary>
    public bool LooksLikeAccess =>
        Text("token_use") is null
        && (Text("scope") is not null || Text("scp") is not null || IsList("scp") || Text("typ") == "Bearer");

    /// <summary>The app that asked for the token, or null if the token does not name it.</summary>
    public string? AuthorizedParty => Text("azp");

    public IReadOnlyList<string> Audiences { get; }

    /// <summary>The claim exp in epoch seconds, or null if it is missing.</summary>
    public long? ExpiresAt { get; }

    /// <summary>The algorithm of the signature, from the header, or null if it is missing.</summary>
    public string? Algorithm { get; }

    /// <summary>Returns whether the issuer is a provider, by its name. (Google's tokens name it with and without the scheme.)</summary>
    public bool IsIssuedBy(string provider) =>
        ProviderKeys.AreSame(Issuer, provider) || ProviderKeys.AreSame(Issuer, $"https://{provider}");

    /// <summary>Whether an identity pool issued the token, and not an identity provider.</summary>
    public bool IsFromIdentityPool => ServiceName.IsLike(Provider);

    /// <summary>Whether an identity pool issued the token for a guest.</summary>
    public bool IsOfGuest => Texts("amr") is [var kind] && kind == TrustPolicy.KindOfUser(isGuest: true);

    /// <summary>
    /// The principal tags that the token gives its session: see
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">session tags</see>. Each has one value.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> PrincipalTags =>
        _claims.TryGetProperty(TagsClaim, out var claim)
        && claim.ValueKind == JsonValueKind.Object
        && claim.TryGetProperty("principal_tags", out var tags)
        && tags.ValueKind == JsonValueKind.Object
            ? tags.EnumerateObject().Select(tag => KeyValuePair.Create(tag.Name, GetOnly(tag.Value)))
            : [];

    public static TokenClaims? Read(string text)
    {
        if (!JsonWebToken.TryRead(text, readsIssuer: true, out var token))
        {
            return null;
        }

        var parts = text.Split('.');
        return new(token, Decode(parts[0]), Decode(parts[1]));
    }

    /// <summary>Returns a claim that is a text; null where it is absent or something else.</summary>
    public string? Text(string claim) => GetText(_claims, claim);

    /// <summary>Returns a claim that is a text or a list of texts; other items of a list are skipped.</summary>
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
    /// Returns a claim as role mappings and principal tags see it: a text itself, anything else as JSON; null where it is absent.
    /// </summary>
    public string? AsCompared(string claim) => !_claims.TryGetProperty(claim, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.GetRawText();

    /// <summary>
    /// Returns a claim of a similar name, such as <c>custom:tier</c> for <c>tier</c>: user pools put <c>custom:</c> in front of custom
    /// attributes.
    /// </summary>
    public string? FindSimilar(string claim) => _claims.EnumerateObject().Select(member => member.Name).FirstOrDefault(name =>
        name != claim && string.Equals(WithoutPrefix(name), WithoutPrefix(claim), StringComparison.OrdinalIgnoreCase));

    public bool IsList(string claim) => _claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Array;

    public long? Number(string claim) =>
        _claims.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number)
        && Math.Abs(number) < long.MaxValue
            ? (long)number
            : null;

    private static string WithoutPrefix(string claim)
    {
        const string Prefix = "custom:";
        return claim.StartsWith(Prefix, StringComparison.Ordinal) ? claim[Prefix.Length..] : claim;
    }

    private static string? GetText(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string GetOnly(JsonElement value) =>
        value is { ValueKind: JsonValueKind.Array } && value.GetArrayLength() == 1 && value[0].ValueKind == JsonValueKind.String
            ? value[0].GetString()!
            : value.ToString();

    private static JsonElement Decode(string part)
    {
        const int Quantum = 4;
        var base64 = part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + Quantum - 1) / Quantum * Quantum, '=');
        using var document = JsonDocument.Parse(Convert.FromBase64String(base64));
        return document.RootElement.Clone();
    }
}
