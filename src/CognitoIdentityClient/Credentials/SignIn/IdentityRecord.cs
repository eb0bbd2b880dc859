namespace CognitoIdentity;

/// <summary>
/// The identity of one user, in memory and in the store. Not thread-safe: <see cref="IdentityFlow"/> lets one caller in at a time.
/// </summary>
/// <param name="settings">The pool and the store.</param>
/// <param name="user">The user.</param>
/// <param name="start">What the user begins with.</param>
/// <param name="changed">Called with the earlier id after the identity in memory has changed.</param>
internal sealed class IdentityRecord(
    CredentialsSettings settings,
    CognitoIdentityUser user,
    SessionStart start,
    Action<string?, IdentityChangeReason> changed)
{
    private readonly string? _key = user.StoreKey;
    private readonly bool _isGuest = user.IsGuest;
    private volatile string? _identityId = start.IdentityId;
    private string? _storedId;
    private string? _goneId;

    // A write that its refresh did not wait for to the end may still come through.
    private volatile Task _writing = Task.CompletedTask;

    /// <summary>The identity's id, if it is in memory.</summary>
    public string? Cached => _identityId;

    /// <summary>The key under which several credentials of this process may look for the same guest; null for a signed-in user.</summary>
    public string? SharedGuestKey => _isGuest ? _key : null;

    /// <summary>Returns the identity's id, or null if it is neither in memory nor in the store.</summary>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (_identityId is not null || _key is null || !start.MayUseStore)
        {
            return _identityId;
        }

        var stored = await ReadAsync(_key, cancellationToken).ConfigureAwait(false);
        if (stored != _goneId && IdentityPoolRegion.Parse(stored) == settings.Region)
        {
            _storedId = stored;
            Adopt(stored!);
        }

        return _identityId;
    }

    /// <summary>Takes an identity that is stored already.</summary>
    public void Adopt(string identityId) => Change(identityId, IdentityChangeReason.Identified);

    /// <summary>Takes an identity, and stores it if the store lets it. Never fails because of the store.</summary>
    public async Task SetAsync(string identityId, CancellationToken cancellationToken)
    {
        Change(identityId, IdentityChangeReason.Replaced);
        if (_key is null || identityId == _storedId || settings.Store.IsToBeSpared(_isGuest))
        {
            return;
        }

        try
        {
            await settings.Store.WaitForAsync(_writing, cancellationToken).ConfigureAwait(false);
            await settings.Store.SetAsync(_key, identityId, writing => _writing = writing, cancellationToken).ConfigureAwait(false);
            _storedId = identityId;
        }
        catch (Exception exception)
        {
            // The credentials are what the caller came for. The next refresh tries to store the identity again.
            settings.Store.LogNotWritten(exception, cancellationToken);
        }
    }

    /// <summary>Forgets an identity that cannot be used any more.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var gone = _identityId;
        (_goneId, _identityId, _storedId) = (gone ?? _goneId, null, null);
        if (_key is null || gone is null)
        {
            return;
        }

        try
        {
            // Another server of the farm may have stored a new identity already.
            if (await ReadAsync(_key, cancellationToken).ConfigureAwait(false) == gone)
            {
                await RemoveAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // It is forgotten in memory, and the next one will be stored in its place.
            settings.Store.LogNotWritten(exception, cancellationToken);
        }
    }

    /// <summary>Removes the identity from the store, whichever it is.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (_key is not null)
        {
            await settings.Store.WaitForAsync(_writing, cancellationToken).ConfigureAwait(false);
            await settings.Store.RemoveAsync(_key, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StoreAgainAsync()
    {
        _storedId = null;
        return _identityId is { } known ? SetAsync(known, CancellationToken.None) : Task.CompletedTask;
    }

    private void Change(string identityId, IdentityChangeReason reason)
    {
        var old = _identityId ?? _goneId;
        if (_identityId == identityId)
        {
            return;
        }

        _identityId = identityId;
        reason = old is null ? IdentityChangeReason.Identified : _goneId == old ? IdentityChangeReason.Recovered : reason;
        if (reason != IdentityChangeReason.Identified)
        {
            CredentialsLog.IdentityReplaced(settings.Logger, settings.IdentityPoolId, identityId, old!);
        }

        changed(old, reason);
    }

    private async Task<string?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (settings.Store.IsToBeSpared(_isGuest))
        {
            return null;
        }

        try
        {
            return await settings.Store.GetAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_isGuest && !cancellationToken.IsCancellationRequested)
        {
            // The service finds a signed-in user's identity by the logins; a guest's would be lost for good, so that one is an error.
            settings.Store.LogNotRead(exception, cancellationToken);
            return null;
        }
    }
}
