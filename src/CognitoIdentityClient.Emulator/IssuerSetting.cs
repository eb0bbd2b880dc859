using CognitoIdentity.Testing;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Emulator;

/// <summary>A setting of the command line for the tokens of one provider: their issuer, or the place of its keys.</summary>
internal sealed record IssuerSetting(string Provider, string? Issuer, string? Keys)
{
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="FormatException">The value has another form.</exception>
    public static IssuerSetting ParseKeys(string option, string value)
    {
        var (provider, keys) = Split(option, value);
        return new(provider, null, keys);
    }

    /// <exception cref="FormatException">The value has another form.</exception>
    public static IssuerSetting ParseIssuer(string option, string value)
    {
        var (provider, issuer) = Split(option, value);
        return new(provider, issuer, null);
    }

    /// <summary>Returns the issuers, one for each provider, with the keys that their settings name.</summary>
    /// <exception cref="IOException">A key set cannot be read.</exception>
    public static async Task<IReadOnlyList<TrustedIssuer>> ReadAsync(
        IReadOnlyList<IssuerSetting> settings, CancellationToken cancellationToken)
    {
        var issuers = new List<TrustedIssuer>();
        foreach (var provider in settings.GroupBy(setting => setting.Provider.TrimEnd('/')))
        {
            var keys = provider.LastOrDefault(setting => setting.Keys is not null)?.Keys;
            issuers.Add(new(provider.First().Provider)
            {
                Issuer = provider.LastOrDefault(setting => setting.Issuer is not null)?.Issuer,
                Keys = keys is null ? null : await ReadKeysAsync(keys, cancellationToken).ConfigureAwait(false),
                FetchKeys = keys is null ? null : later => ReadKeysAsync(keys, later),
            });
        }

        return issuers;
    }

    private static async Task<JsonWebKeySet> ReadKeysAsync(string source, CancellationToken cancellationToken)
    {
        try
        {
            var keys = JsonWebKeySet.Create(await ReadTextAsync(source, cancellationToken).ConfigureAwait(false));
            return keys.Keys.Count > 0 ? keys : throw new IOException("it has no keys.");
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or HttpRequestException or ArgumentException or TaskCanceledException
                && !cancellationToken.IsCancellationRequested)
        {
            // ArgumentException: the text is not JSON. TaskCanceledException: the time was up.
            throw new IOException($"The JSON Web Key Set '{source}' cannot be read: {e.Message}", e);
        }
    }

    private static async Task<string> ReadTextAsync(string source, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return await File.ReadAllTextAsync(source, cancellationToken).ConfigureAwait(false);
        }

        using var http = new HttpClient { Timeout = FetchTimeout };
        return await http.GetStringAsync(address, cancellationToken).ConfigureAwait(false);
    }

    // A provider's name is an issuer without its scheme; users have the issuer at their fingertips.
    private static (string Provider, string Value) Split(string option, string value) =>
        value.Split('=', 2) is [var provider, { Length: > 0 } rest] && provider.Split("://", 2)[^1] is { Length: > 0 } name
        ? (name, rest)
        : throw new FormatException($"{option} needs the form PROVIDER=VALUE.");
}
