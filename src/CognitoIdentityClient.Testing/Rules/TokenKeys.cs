using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing;

/// <summary>The keys and issuers that the emulator's options give for identity providers. Immutable.</summary>
internal sealed class TokenKeys(EmulatorOptions options, OpenIdTokenIssuer tokens)
{
    private readonly Dictionary<string, TrustedIssuer> _issuers =
        options.TrustedIssuers.ToDictionary(issuer => PoolProviders.WithoutSlash(issuer.ProviderName), StringComparer.Ordinal);

    /// <summary>Whether a provider's tokens must be JSON Web Tokens with a good signature.</summary>
    public bool MustVerify(string provider) => options.RejectUnsignedTokens || KeysOf(provider) is not null;

    /// <summary>Parses a token and verifies its signature.</summary>
    public LoginToken Read(string provider, string text)
    {
        var parsed = JsonWebTokenText.TryParse(text);
        return new(provider, text, parsed, parsed is not null && IsTrusted(provider, parsed));
    }

    /// <summary>Whether tokens of the provider may name this issuer.</summary>
    public bool IsIssuer(string provider, string issuer)
    {
        provider = PoolProviders.WithoutSlash(provider);
        issuer = PoolProviders.WithoutSlash(issuer);
        if (_issuers.GetValueOrDefault(provider)?.Issuer is { } own)
        {
            return issuer == PoolProviders.WithoutSlash(own);
        }

        // Google's tokens name it with and without the scheme:
        // https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken
        return issuer == $"https://{provider}" || issuer == provider;
    }

    private bool IsTrusted(string provider, JsonWebTokenText token)
    {
        if (Partition.IsLoginKey(provider))
        {
            return tokens.HasIssued(token);
        }

        return KeysOf(provider) is { } keys ? token.IsSignedBy(keys.Keys) : !options.RejectUnsignedTokens;
    }

    private JsonWebKeySet? KeysOf(string provider) =>
        _issuers.GetValueOrDefault(PoolProviders.WithoutSlash(provider))?.Keys ?? options.TrustedKeys;
}
