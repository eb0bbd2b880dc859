using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>The current user of a <see cref="CognitoIdentityCredentials"/>, and the change of users by signing in and out.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim holds nothing to dispose unless its wait handle is asked for.")]
internal sealed class ActiveUser
{
    private readonly CredentialsSettings _settings;
    private readonly bool _isOfFactory;
    private readonly CallbackScope _scope = new();
    private readonly SemaphoreSlim _changing = new(1);
    private volatile UserSession? _session;

    // The user who signed out, until the stores have forgotten the user too.
    private UserSession? _leaving;

    public ActiveUser(CredentialsSettings settings, CognitoIdentityUser user, bool isOfFactory)
    {
        _settings = settings;
        _isOfFactory = isOfFactory;
        _session = Begin(user, new());
    }

    /// <summary>The user's session; null while no user is signed in.</summary>
    public UserSession? Session => _session;

    /// <summary>Signs a user in; on failure nothing changes.</summary>
    /// <exception cref="InvalidOperationException">The user cannot change, or a callback called this.</exception>
    public async Task<CognitoIdentitySession> SignInAsync(
        CognitoIdentityUser user,
        GuestIdentityPolicy guestIdentity,
        CancellationToken cancellationToken)
    {
        if (_isOfFactory)
        {
            throw new InvalidOperationException(
                "Credentials of a factory belong to one user for good: ask the factory for the other user's.");
        }

        ThrowIfInsideCallback(nameof(CognitoIdentityCredentials.SignInAsync));
        await _changing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var old = _session;
            var kept = guestIdentity == GuestIdentityPolicy.Keep && old is { User.IsGuest: true }
                ? await FindGuestAsync(old, cancellationToken).ConfigureAwait(false)
                : null;
            var signedIn = await FetchAsync(Begin(user, new(kept) { MayRestore = false }), cancellationToken).ConfigureAwait(false);

            // From here on the user is signed in, whatever the token or a store says.
            _session = signedIn;
            if (old is not null)
            {
                await old.EndAsync().ConfigureAwait(false);
            }

            if (kept is not null)
            {
                await TryRemoveAsync(old!).ConfigureAwait(false);
            }

            Report(signedIn, old?.CachedIdentityId, signedIn.CachedIdentityId, IdentityChangeReason.SignedIn);
            return signedIn.Cached!.Fresh;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Signs the user out, and then removes the user from the stores.</summary>
    /// <exception cref="InvalidOperationException">A callback called this.</exception>
    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        ThrowIfInsideCallback(nameof(CognitoIdentityCredentials.SignOutAsync));
        await _changing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_session is { } old)
            {
                // The next guest may look into the store before the earlier one's identity is gone from it.
                var start = new SessionStart { MayUseStore = !old.User.IsGuest, MayRestore = !old.User.IsGuest };
                _leaving = old;
                _session = _settings.User.IsGuest && !_isOfFactory ? Begin(_settings.User, start) : null;
                await old.EndAsync().ConfigureAwait(false);
                Report(old, old.CachedIdentityId, null, IdentityChangeReason.SignedOut);
            }

            if (_leaving is { } leaving)
            {
                await leaving.RemoveAsync(cancellationToken).ConfigureAwait(false);
                _leaving = null;
                if (_session is { } next && next.User.StoreKey == leaving.User.StoreKey)
                {
                    // The removal may have hit the next guest's identity.
                    await next.StoreIdentityAgainAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Takes the newer logins of the same user; or signs the user in again.</summary>
    public void Renew(CognitoIdentityUser user)
    {
        if (_session is { } session)
        {
            session.Renew(user);
        }
        else
        {
            Interlocked.CompareExchange(ref _session, Begin(user, new()), null);
        }
    }

    /// <exception cref="InvalidOperationException">A callback of these credentials called the method.</exception>
    public void ThrowIfInsideCallback(string method) => _scope.ThrowIfInside(method);

    private UserSession Begin(CognitoIdentityUser user, SessionStart start) =>
        new(_settings, user, _scope, start, (session, old, reason) =>
        {
            // A sign-in that is still running has not changed anything yet.
            if (session == _session)
            {
                Report(session, old, session.CachedIdentityId, reason);
            }
        });

    private async Task<UserSession> FetchAsync(UserSession user, CancellationToken cancellationToken)
    {
        try
        {
            await user.WaitForSessionAsync(cancellationToken).ConfigureAwait(false);
            return user;
        }
        catch (Exception exception)
        {
            // A caller who gave up must not find the guest's identity linked to the login a little later.
            await user.EndAsync().ConfigureAwait(false);
            if (exception is OperationCanceledException && user.Revive(_scope) is { } revived)
            {
                // The service was quicker than the cancellation.
                return revived;
            }

            throw;
        }
    }

    private async Task<string?> FindGuestAsync(UserSession guest, CancellationToken cancellationToken)
    {
        try
        {
            return await guest.FindIdentityIdAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A store that fails must not leave a guest signed in: the user signs in without the guest's identity.
            _settings.Store.LogNotRead(exception, cancellationToken);
            return null;
        }
    }

    // The guest's identity is the signed-in user's now.
    private async Task TryRemoveAsync(UserSession guest)
    {
        try
        {
            await guest.RemoveAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _settings.Store.LogNotWritten(exception, CancellationToken.None);
        }
    }

    private void Report(UserSession user, string? oldId, string? newId, IdentityChangeReason reason)
    {
        if (_settings.IdentityChanged is not { } identityChanged || oldId == newId)
        {
            return;
        }

        using (_scope.Enter(user))
        {
            try
            {
                identityChanged(new(_settings.IdentityPoolId, user.User.Key, oldId, newId, reason));
            }
            catch (Exception exception)
            {
                CredentialsLog.CallbackFailed(_settings.Logger, nameof(CognitoIdentityCredentialsOptions.IdentityChanged), exception);
            }
        }
    }
}
