namespace CognitoIdentity;

/// <summary>The identity of one user, in memory and in the store. Not safe for use by several threads: <see cref="IdentityFlow"/> sees to that.</summary>
/// <param name="settings">The pool and the store.</param>
/// <param name="user">The user.</param>
/// <param name="identityId">The identity to begin with, or null to look in the store.</param>
/// <param name="goneId">An identity that is not the user's any more, though the store may still have it.</param>
internal sealed class IdentityRecord(CredentialsSettings settings, CognitoIdentityUser user, string? identityId, string? goneId)
{
    private readonly string? _key = user.StoreKey;
    private readonly bool _isGuest = user.IsGuest;
    private volatile string? _identityId = identityId;
    private string? _goneId = goneId;

    // A write that its refresh did not wait for to the end may still come through.
    private volatile Task _writing = Task.CompletedTask;

    /// <summary>The identity's id as far as it is in memory.</summary>
    public string? Known => _identityId;

    /// <summary>The identity's id; null if it is not known.</summary>
    public async Task<string?> GetAsync(CancellationToken cancellationToken) =>
        _identityId ??= await PeekAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>As <see cref="GetAsync"/>, and safe at any time: it changes nothing.</summary>
    public async Task<string?> PeekAsync(CancellationToken cancellationToken)
    {
        if (_identityId is not null || _key is null)
        {
            return _identityId;
        }

        var stored = await ReadAsync(_key, cancellationToken).ConfigureAwait(false);
        return stored != _goneId && IdentityPoolRegion.Parse(stored) == settings.Region ? stored : null;
    }

    public async Task SetAsync(string identityId, CancellationToken cancellationToken)
    {
        if (identityId == _identityId)
        {
            return;
        }

        _identityId = identityId;
        if (_key is null)
        {
            return;
        }

        try
        {
            await LastWriteAsync(cancellationToken).ConfigureAwait(false);
            _writing = settings.IdentityIdStore.SetAsync(settings.IdentityPoolId, _key, identityId, cancellationToken);
            await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The credentials are what the caller came for.
            CredentialsLog.StoreNotWritten(settings.Logger, settings.IdentityPoolId, exception);
        }
    }

    /// <summary>Forgets an identity that cannot be used any more.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var gone = _identityId;
        _goneId = gone ?? _goneId;
        _identityId = null;
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
            CredentialsLog.StoreNotWritten(settings.Logger, settings.IdentityPoolId, exception);
        }
    }

    /// <summary>Removes the identity from the store, whichever it is.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (_key is not null)
        {
            await LastWriteAsync(cancellationToken).ConfigureAwait(false);
            await settings.IdentityIdStore.RemoveAsync(settings.IdentityPoolId, _key, cancellationToken)
                .WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LastWriteAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<string?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            // A store need not heed its token.
            return await settings.IdentityIdStore.GetAsync(settings.IdentityPoolId, key, cancellationToken)
                .WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_isGuest && !cancellationToken.IsCancellationRequested)
        {
            // The service finds a signed-in user's identity by the logins; a guest's would be lost for good, so that one is an error.
            CredentialsLog.StoreNotRead(settings.Logger, settings.IdentityPoolId, exception);
            return null;
        }
    }
}
