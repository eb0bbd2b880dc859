using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>The user whom a provider stands for: the session held, and the one refresh that may be under way.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing to dispose.")]
internal sealed class UserSession
{
    // While the service is away every use past the soft limit would start a refresh: a busy server would do nothing else.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private readonly CredentialsSettings _settings;
    private readonly IdentityRecord _identity;
    private readonly IdentityFlow _flow;
    private readonly SingleFlight<CachedSession> _refresh;
    private readonly SingleFlight<string> _identify;
    private readonly CancellationTokenSource _ended = new();
    private volatile CachedSession? _held;
    private long _pauseUntilTicks;

    /// <param name="settings">What the provider works with.</param>
    /// <param name="user">The user.</param>
    /// <param name="identityId">The identity to begin with, or null to look in the store.</param>
    /// <param name="goneId">An identity that is not the user's any more, though the store may still have it.</param>
    public UserSession(CredentialsSettings settings, CognitoIdentityUser user, string? identityId = null, string? goneId = null)
    {
        _settings = settings;
        _identity = new(settings, user, identityId, goneId);
        _flow = new(settings, user, _identity);
        var caller = new AsyncLocal<StrongBox<bool>?>();
        _refresh = new(RefreshAsync, settings, caller, _ended.Token);
        _identify = new(_flow.GetIdentityIdAsync, settings, caller, _ended.Token);
    }

    public CognitoIdentityUser User
    {
        get => _flow.User;
        set => _flow.User = value;
    }

    public bool HasEnded => _ended.IsCancellationRequested;

    public DateTimeOffset? Expiration => _held?.Expiration;

    /// <summary>The identity's id as far as it is in memory.</summary>
    public string? KnownIdentityId => _identity.Known;

    /// <summary>A session that is valid, refreshed as the limits say.</summary>
    public ValueTask<CognitoIdentitySession> GetSessionAsync(CancellationToken cancellationToken)
    {
        var now = _settings.Now;
        if (_held is not { } held || now >= held.WaitAfter)
        {
            return new(RefreshAndWaitAsync(cancellationToken));
        }

        if (now >= held.RefreshAfter && now.UtcTicks >= Volatile.Read(ref _pauseUntilTicks) && !HasEnded)
        {
            _ = _refresh.Join(() => HeldBefore(session => session.RefreshAfter));
        }

        return new(held.Cached);
    }

    public Task<string> GetIdentityIdAsync(CancellationToken cancellationToken) =>
        _identify.Join(() => KnownIdentityId).WaitAsync(cancellationToken);

    /// <summary>The identity's id, in memory or in the store; null if there is none. Makes no call to the service.</summary>
    public Task<string?> FindIdentityIdAsync(CancellationToken cancellationToken) => _flow.FindIdentityIdAsync(cancellationToken);

    /// <summary>As <see cref="FindIdentityIdAsync"/>, without waiting for a callback that is under way.</summary>
    public Task<string?> PeekIdentityIdAsync(CancellationToken cancellationToken) => _identity.PeekAsync(cancellationToken);

    /// <summary>Ends what is under way: nothing more is asked for or stored for this user.</summary>
    public async Task EndAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _refresh.WhenIdleAsync().ConfigureAwait(false);
        await _identify.WhenIdleAsync().ConfigureAwait(false);
    }

    /// <summary>Forgets the identity; an error of the store is logged. Only after the end.</summary>
    public Task ForgetIdentityAsync(CancellationToken cancellationToken) => _identity.ForgetAsync(cancellationToken);

    /// <summary>Removes the identity from the store. Only after the end.</summary>
    public Task RemoveIdentityAsync(CancellationToken cancellationToken) => _identity.RemoveAsync(cancellationToken);

    private CachedSession? HeldBefore(Func<CachedSession, DateTimeOffset> limit) =>
        _held is { } held && _settings.Now < limit(held) ? held : null;

    private async Task<CognitoIdentitySession> RefreshAndWaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A caller's cancellation ends its own wait alone.
            var held = await _refresh.Join(() => HeldBefore(session => session.WaitAfter)).WaitAsync(cancellationToken).ConfigureAwait(false);
            return held.Fresh;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested && !HasEnded && HeldBefore(session => session.Expiration) is not null)
        {
            // The service or a callback failed within the last minute of credentials that are still good.
            return _held!.Cached;
        }
    }

    private async Task<CachedSession> RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var session = await _flow.GetSessionAsync(cancellationToken).ConfigureAwait(false);
            var held = new CachedSession(session, _settings.Now, _settings);
            _held = held;
            CredentialsMetrics.Refreshed(session.Source == CognitoIdentitySessionSource.Recovery);
            return held;
        }
        catch (Exception exception) when (!HasEnded)
        {
            Volatile.Write(ref _pauseUntilTicks, (_settings.Now + PauseAfterFailure).UtcTicks);
            Report(exception);
            throw;
        }
    }

    private void Report(Exception exception)
    {
        CredentialsMetrics.Failed(exception);
        var servedUntil = HeldBefore(session => session.Expiration)?.Expiration;
        if (servedUntil is { } until)
        {
            CredentialsLog.RefreshFailed(_settings.Logger, _settings.IdentityPoolId, KnownIdentityId, until, exception);
        }
        else
        {
            CredentialsLog.NoCredentials(_settings.Logger, _settings.IdentityPoolId, KnownIdentityId, exception);
        }

        try
        {
            _settings.RefreshFailed?.Invoke(new(exception, _settings.IdentityPoolId, User.Key, servedUntil));
        }
        catch (Exception failure)
        {
            CredentialsLog.CallbackFailed(_settings.Logger, failure);
        }
    }
}
