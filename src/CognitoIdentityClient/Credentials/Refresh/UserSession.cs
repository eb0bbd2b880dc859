using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>One user of a <see cref="CognitoIdentityCredentials"/>: the cached session, and the one refresh that may be running.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing to dispose.")]
internal sealed class UserSession
{
    private readonly CredentialsSettings _settings;
    private readonly Action<UserSession, string?, IdentityChangeReason> _identityChanged;
    private readonly IdentityRecord _identity;
    private readonly IdentityFlow _flow;
    private readonly SessionArchive? _archive;
    private readonly SingleFlight<CachedSession> _refresh;
    private readonly SingleFlight<string> _identify;
    private readonly FailurePause _pause;
    private readonly RefreshReport _report;
    private readonly CancellationTokenSource _ended = new();
    private volatile CachedSession? _cached;
    private volatile bool _looksIntoArchive;

    /// <param name="settings">The settings of the credentials.</param>
    /// <param name="user">The user.</param>
    /// <param name="scope">The callbacks of the credentials.</param>
    /// <param name="start">What the user begins with.</param>
    /// <param name="identityChanged">Called with the earlier id when the user's identity has changed.</param>
    public UserSession(
        CredentialsSettings settings,
        CognitoIdentityUser user,
        CallbackScope scope,
        SessionStart start,
        Action<UserSession, string?, IdentityChangeReason> identityChanged)
    {
        _settings = settings;
        _identityChanged = identityChanged;
        _identity = new(settings, user, start, (old, reason) => identityChanged(this, old, reason));
        _flow = new(settings, user, _identity);
        _archive = SessionArchive.For(settings, user);
        _looksIntoArchive = _archive is not null && start.MayRestore;
        _pause = new(settings);
        _report = new(settings);
        _refresh = new(FetchAsync, scope, this, _ended.Token);
        _identify = new(() => settings.WithinRefreshTimeoutAsync(_flow.GetIdentityIdAsync, _ended.Token), scope, this, _ended.Token);
    }

    // The same user after a sign-in that was canceled too late.
    private UserSession(UserSession other, CallbackScope scope)
        : this(other._settings, other.User, scope, new(other.CachedIdentityId) { MayRestore = false }, other._identityChanged) =>
        _cached = other._cached;

    public CognitoIdentityUser User => _flow.User;

    public bool HasEnded => _ended.IsCancellationRequested;

    public CachedSession? Cached => _cached;

    /// <summary>The identity's id, if it is in memory.</summary>
    public string? CachedIdentityId => _identity.Cached;

    /// <summary>Returns the cached session if it may be served now, and starts a refresh if it is time; otherwise null.</summary>
    public CachedSession? TryGetCached()
    {
        var session = _cached is { } cached ? cached.IsFresh ? cached : Serve(cached) : null;
        if (session is not null)
        {
            CredentialsMetrics.ServedFromCache();
        }

        return session;
    }

    /// <summary>Returns a valid session, and waits for the refresh if there is none.</summary>
    public async Task<CognitoIdentitySession> WaitForSessionAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A caller's cancellation ends only its own wait.
            var refresh = _refresh.Join(FindResult, out var isShared);
            if (isShared)
            {
                CredentialsMetrics.JoinedRefresh();
            }

            var session = await refresh.WaitAsync(cancellationToken).ConfigureAwait(false);
            return session.Fresh;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested && !HasEnded && _cached is { IsValid: true })
        {
            // The refresh failed within the last minute of credentials that are still valid.
            return _cached.Cached;
        }
    }

    /// <summary>Fetches new credentials with a refresh that begins after this call.</summary>
    public async Task<CognitoIdentitySession> RefreshAsync(CancellationToken cancellationToken)
    {
        _looksIntoArchive = false;
        _flow.ForgetRefusal();
        var refresh = _refresh.StartAfresh(out var isShared);
        if (isShared)
        {
            CredentialsMetrics.JoinedRefresh();
        }

        var session = await refresh.WaitAsync(cancellationToken).ConfigureAwait(false);
        return session.Fresh;
    }

    public Task<string> GetIdentityIdAsync(CancellationToken cancellationToken) => _identify
        .Join(() => CachedIdentityId is { } cached ? Task.FromResult(cached) : null, out _)
        .WaitAsync(cancellationToken);

    /// <summary>Returns the identity's id if it is in memory or in the store; otherwise null. Makes no call to the service.</summary>
    public Task<string?> FindIdentityIdAsync(CancellationToken cancellationToken) => _flow.FindIdentityIdAsync(cancellationToken);

    /// <summary>Uses newer logins of the same user from the next refresh on.</summary>
    public void Renew(CognitoIdentityUser user)
    {
        if (_flow.Renew(user))
        {
            // The error was that of the earlier tokens.
            _pause.End();
        }
    }

    /// <summary>Ends the running work: nothing more is fetched or stored for this user.</summary>
    public async Task EndAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await WhenIdleAsync().ConfigureAwait(false);
    }

    public Task WhenIdleAsync() => Task.WhenAll(_refresh.WhenIdleAsync(), _identify.WhenIdleAsync());

    /// <summary>Returns this user once more if it has ended with a session; otherwise null.</summary>
    public UserSession? Revive(CallbackScope scope) => _cached is { IsValid: true } ? new(this, scope) : null;

    /// <summary>Removes the user from both stores, also if one of them fails. Only after the end.</summary>
    public Task RemoveAsync(CancellationToken cancellationToken) => Task.WhenAll(
        _identity.RemoveAsync(cancellationToken),
        _archive?.RemoveAsync(cancellationToken) ?? Task.CompletedTask);

    /// <summary>Stores the identity once more, because a removal may have come after it was stored.</summary>
    public Task StoreIdentityAgainAsync() => _identity.StoreAgainAsync();

    private CachedSession? Serve(CachedSession cached)
    {
        if (!cached.IsValid)
        {
            return null;
        }

        // After a failure nobody waits while there are valid credentials.
        if (cached.IsToBeWaitedFor && !_pause.HasFailed)
        {
            return null;
        }

        if (!_pause.IsOn && !HasEnded)
        {
            RefreshInBackground();
        }

        return cached;
    }

    private void RefreshInBackground()
    {
        try
        {
            _ = _refresh.Join(() => _cached is { IsFresh: true } fresh ? Task.FromResult(fresh) : null, out _);
        }
        catch (OperationCanceledException) when (HasEnded)
        {
            // The user changed since the check. This caller began before, so it gets the session of the user at that time.
        }
    }

    // For callers that have to wait: a session that came meanwhile, or the error of the latest refresh while the pause is on.
    private Task<CachedSession>? FindResult() =>
        _cached is { IsToBeWaitedFor: false, IsValid: true } cached ? Task.FromResult(cached)
        : _pause.Failure is { } failure && !HasEnded ? failure
        : null;

    private async Task<CachedSession> FetchAsync()
    {
        using var span = RefreshSpan.Start(_settings);
        try
        {
            return await _settings.WithinRefreshTimeoutAsync(token => FetchAsync(span, token), _ended.Token).ConfigureAwait(false);
        }
        catch (Exception) when (HasEnded)
        {
            _report.Finished(RefreshOutcome.Ended);
            span?.Finish(RefreshOutcome.Ended, CachedIdentityId);
            throw;
        }
        catch (Exception exception)
        {
            // While the identity is being replaced, the credentials that are served are still those of the earlier one.
            var served = _cached is { IsValid: true } valid ? valid.Fresh : null;
            var identityId = CachedIdentityId ?? served?.IdentityId;
            _pause.Begin(exception, isServing: served is not null);
            _report.Failed(exception, User, identityId, served?.Expiration);
            span?.Failed(exception, identityId, served?.Expiration);
            throw;
        }
    }

    private async Task<CachedSession> FetchAsync(RefreshSpan? span, CancellationToken cancellationToken)
    {
        if (await RestoreAsync(cancellationToken).ConfigureAwait(false) is { } restored)
        {
            _report.Finished(RefreshOutcome.Restored);
            span?.Finish(RefreshOutcome.Restored, restored.Fresh.IdentityId);
            return _cached = restored;
        }

        var (issued, source) = await _flow.GetCredentialsAsync(cancellationToken).ConfigureAwait(false);
        var session = new CognitoIdentitySession(issued.IdentityId, issued.Credentials, User.IsGuest, source);
        var cached = new CachedSession(session, issued.Began, issued.Lifetime, _settings);
        _cached = cached;
        _pause.End();
        _report.Finished(RefreshOutcome.For(source));
        span?.Finish(RefreshOutcome.For(source), issued.IdentityId);
        if (_archive is not null)
        {
            await _archive.SaveAsync(cached, cancellationToken).ConfigureAwait(false);
        }

        return cached;
    }

    private async Task<CachedSession?> RestoreAsync(CancellationToken cancellationToken)
    {
        if (!_looksIntoArchive)
        {
            return null;
        }

        _looksIntoArchive = false;
        if (await _archive!.RestoreAsync(cancellationToken).ConfigureAwait(false) is not { IsToBeWaitedFor: false } restored)
        {
            return null;
        }

        _identity.Adopt(restored.Fresh.IdentityId);
        return restored;
    }
}
