using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing;

/// <summary>
/// The keys of one identity provider. They are fetched again when a token names a key that is not among them: providers replace their
/// keys, and an emulator of user pools has new ones after a restart. Thread-safe.
/// </summary>
/// <param name="issuer">The provider, with the keys that are known from the start.</param>
/// <param name="log">The log for a fetch that fails.</param>
/// <param name="time">The clock for the time between two fetches: real time, whatever the emulator's clock shows.</param>
[SuppressMessage(
    "Reliability",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A semaphore has something to dispose only once its wait handle is asked for, which this never does.")]
internal sealed class ProviderKeys(TrustedIssuer issuer, ILogger log, TimeProvider time)
{
    /// <summary>The least time between two fetches, so that invalid tokens do not make one each.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile JsonWebKeySet? _keys = issuer.Keys;
    private long? _fetched;

    /// <summary>Whether tokens of the provider must have a signature that one of its keys verifies.</summary>
    public bool MustVerify => _keys is not null || issuer.FetchKeys is not null;

    /// <summary>Returns the keys to verify a token with; null if the provider has none of its own.</summary>
    public async ValueTask<JsonWebKeySet?> ForAsync(JsonWebTokenText token, CancellationToken cancellationToken)
    {
        if (issuer.FetchKeys is not { } fetchAsync || Knows(token))
        {
            return _keys;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Another call may have fetched the key while this one waited.
            if (!Knows(token) && (_fetched is not { } last || time.GetElapsedTime(last) >= Interval))
            {
                _fetched = time.GetTimestamp();
                _keys = await fetchAsync(cancellationToken).ConfigureAwait(false) ?? _keys;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Its caller left; the next one need not wait for the interval.
            _fetched = null;
            throw;
        }
        catch (Exception failure)
        {
            // The callback is the user's, and may throw anything. The token is refused as one that no key verifies.
            log.KeysNotFetched(failure, issuer.ProviderName);
        }
        finally
        {
            _oneAtATime.Release();
        }

        // Without any key, nothing verifies the token.
        return _keys ?? new();
    }

    private bool Knows(JsonWebTokenText token) =>
        _keys is { } keys && (token.KeyId is not { } id || keys.Keys.Any(key => key.KeyId is null || key.KeyId == id));
}
