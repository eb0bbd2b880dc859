using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Testing;

/// <summary>The keys and issuers that the emulator's options give for identity providers. Thread-safe.</summary>
internal sealed class TokenKeys(EmulatorOptions options, OpenIdTokenIssuer tokens, ILogger log)
{
    private readonly Dictionary<string, (TrustedIssuer Issuer, ProviderKeys Keys)> _issuers = options.TrustedIssuers.ToDictionary(
        issuer => PoolProviders.WithoutSlash(issuer.ProviderName),
        issuer => (issuer, new ProviderKeys(issuer, log, TimeProvider.System)),
        StringComparer.Ordinal);

    /// <summary>Returns whether a provider's tokens must be JSON Web Tokens with a valid signature.</summary>
    public bool MustVerify(string provider) =>
        options.RejectUnsignedTokens || options.TrustedKeys is not null || Find(provider)?.Keys.MustVerify == true;

    /// <summary>Parses the tokens of logins and verifies their signatures.</summary>
    public async ValueTask<IReadOnlyList<LoginToken>> ReadAsync(
        IReadOnlyDictionary<string, string> logins, CancellationToken cancellationToken)
    {
        if (logins.Count == 0)
        {
            return [];
        }

        var read = new List<LoginToken>(logins.Count);
        foreach (var (provider, text) in logins)
        {
            read.Add(await ReadAsync(provider, text, cancellationToken).ConfigureAwait(false));
        }

        return read;
    }

    /// <summary>Parses a token and verifies its signature.</summary>
    public async ValueTask<LoginToken> ReadAsync(string provider, string text, CancellationToken cancellationToken)
    {
        var parsed = JsonWebTokenText.TryParse(text);
        var isTrusted = parsed is not null && await IsTrustedAsync(provider, parsed, cancellationToken).ConfigureAwait(false);
        return new(provider, text, parsed, isTrusted);
    }

    /// <summary>Returns whether tokens of the provider may name this issuer.</summary>
    public bool IsIssuer(string provider, string issuer)
    {
        provider = PoolProviders.WithoutSlash(provider);
        issuer = PoolProviders.WithoutSlash(issuer);
        if (Find(provider)?.Issuer.Issuer is { } own)
        {
            return issuer == PoolProviders.WithoutSlash(own);
        }

        // Google's tokens name it with and without the scheme:
        // https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken
        return issuer == $"https://{provider}" || issuer == provider;
    }

    private async ValueTask<bool> IsTrustedAsync(string provider, JsonWebTokenText token, CancellationToken cancellationToken)
    {
        if (Partition.IsLoginKey(provider))
        {
            return tokens.HasIssued(token);
        }

        var own = Find(provider) is { } known ? await known.Keys.ForAsync(token, cancellationToken).ConfigureAwait(false) : null;
        return (own ?? options.TrustedKeys) is { } keys ? token.IsSignedBy(keys.Keys) : !options.RejectUnsignedTokens;
    }

    private (TrustedIssuer Issuer, ProviderKeys Keys)? Find(string provider) =>
        _issuers.TryGetValue(PoolProviders.WithoutSlash(provider), out var found) ? found : null;
}
