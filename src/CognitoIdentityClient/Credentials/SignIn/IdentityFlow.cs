using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// Fetches credentials: logins, identity, credentials; and recovers, once each, from a login token that was refused and from an identity
/// that is gone. A signed-in user stays signed in all the way: refused logins never make a guest.
/// </summary>
/// <param name="settings">The pool, the client and the flow.</param>
/// <param name="user">The user.</param>
/// <param name="identity">The user's identity.</param>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim holds nothing to dispose unless its wait handle is asked for.")]
internal sealed class IdentityFlow(CredentialsSettings settings, CognitoIdentityUser user, IdentityRecord identity)
{
    // Several credentials of one process that share a store must create one guest only. Locks exist only while they are in use.
    private static readonly KeyedLocks<(object Place, string PoolId, string Key)> GuestLocks = new();

    private readonly CredentialsExchange _exchange = new(settings);
    private readonly UserLogins _logins = new(settings, user);

    // Credentials and the identity alone may be asked for at the same time, and must not make two guests of one.
    private readonly SemaphoreSlim _identifying = new(1);

    public CognitoIdentityUser User => _logins.User;

    public async Task<(IssuedCredentials Issued, CognitoIdentitySessionSource Source)> GetCredentialsAsync(
        CancellationToken cancellationToken)
    {
        var source = CognitoIdentitySessionSource.Refresh;
        while (true)
        {
            try
            {
                var issued = await WithLoginsAsync(
                    (user, logins) => AttemptAsync(user, logins, cancellationToken), cancellationToken).ConfigureAwait(false);
                return (issued, source);
            }
            catch (CognitoIdentityException exception)
                when (source == CognitoIdentitySessionSource.Refresh && RecoverableErrors.IsIdentityGone(exception, User.IsGuest))
            {
                source = CognitoIdentitySessionSource.Recovery;
                await ForgetAsync(exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async Task<string> GetIdentityIdAsync(CancellationToken cancellationToken)
    {
        // A guest's identity is looked up where it would be made, alone.
        if (!User.IsGuest && await FindIdentityIdAsync(cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        return await WithLoginsAsync(
            async (user, logins) => user.DeveloperIdentity is not null
                ? (await AskDeveloperAsync(user, cancellationToken).ConfigureAwait(false)).IdentityId
                : await IdentifyAsync(logins, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the identity's id if it is in memory or in the store; otherwise null. Makes no call to the service.</summary>
    public Task<string?> FindIdentityIdAsync(CancellationToken cancellationToken) =>
        AloneAsync(() => identity.GetAsync(cancellationToken), cancellationToken);

    /// <returns>Whether the user has other tokens now.</returns>
    public bool Renew(CognitoIdentityUser user) => _logins.Renew(user);

    public void ForgetRefusal() => _logins.ForgetRefusal();

    /// <summary>
    /// Runs work that needs the user's logins, and runs it once more with new logins if the service refuses them.
    /// </summary>
    private async Task<T> WithLoginsAsync<T>(
        Func<CognitoIdentityUser, IReadOnlyDictionary<string, string>?, Task<T>> attempt,
        CancellationToken cancellationToken)
    {
        for (var hasRenewedTokens = false; ; hasRenewedTokens = true)
        {
            // Newer logins of the user that come meanwhile count from the next round on.
            var user = User;
            IReadOnlyDictionary<string, string>? logins = null;
            try
            {
                // Every round asks the callbacks again.
                logins = await _logins.GetAsync(user, cancellationToken).ConfigureAwait(false);
                var result = await attempt(user, logins).ConfigureAwait(false);
                _logins.Accept(logins);
                return result;
            }
            catch (CognitoIdentityException exception) when (!user.IsGuest && RecoverableErrors.IsLoginTokenRefused(exception))
            {
                if (hasRenewedTokens || user.FixedTokens is not null)
                {
                    return await _logins.LeaveOutRefusedAsync(user, logins, exception, rest => attempt(user, rest)).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task<IssuedCredentials> AttemptAsync(
        CognitoIdentityUser user,
        IReadOnlyDictionary<string, string>? logins,
        CancellationToken cancellationToken)
    {
        string identityId;
        if (user.DeveloperIdentity is null)
        {
            identityId = await IdentifyAsync(logins, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            (identityId, logins) = await AskDeveloperAsync(user, cancellationToken).ConfigureAwait(false);
        }

        var issued = await _exchange.GetAsync(user, identityId, logins, cancellationToken).ConfigureAwait(false);

        // A guest that signs in as a user with an identity gives way to that identity.
        await identity.SetAsync(issued.IdentityId, cancellationToken).ConfigureAwait(false);
        return issued;
    }

    private Task<string> IdentifyAsync(IReadOnlyDictionary<string, string>? logins, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            if (identity.Cached is { } cached)
            {
                return cached;
            }

            using var onlyProvider = await EnterAsOnlyProviderAsync(cancellationToken).ConfigureAwait(false);
            return await identity.GetAsync(cancellationToken).ConfigureAwait(false)
                ?? await GetIdAsync(logins, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    private Task<(string IdentityId, IReadOnlyDictionary<string, string>? Logins)> AskDeveloperAsync(
        CognitoIdentityUser user,
        CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            var known = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
            var response = await ForeignWork.RunAsync(token => user.DeveloperIdentity!(known, token), cancellationToken)
                .ConfigureAwait(false)
                ?? throw new InvalidOperationException("The callback of the developer-authenticated user returned no identity.");
            var region = IdentityPoolRegion.Parse(response.IdentityId);
            if (region != settings.Region)
            {
                throw new InvalidOperationException(region is null
                    ? $"The backend's identity '{response.IdentityId}' is not an identity id, which has the form REGION:GUID."
                    : $"The backend's identity '{response.IdentityId}' is in another region than the pool '{settings.IdentityPoolId}'.");
            }

            await identity.SetAsync(response.IdentityId, cancellationToken).ConfigureAwait(false);
            return (response.IdentityId, (IReadOnlyDictionary<string, string>?)new Dictionary<string, string>
            {
                [settings.DeveloperLoginKey] = response.Token,
            });
        },
        cancellationToken);

    private async Task<string> GetIdAsync(IReadOnlyDictionary<string, string>? logins, CancellationToken cancellationToken)
    {
        var response = await settings.Client.GetIdAsync(
            new() { IdentityPoolId = settings.IdentityPoolId, Logins = logins },
            cancellationToken).ConfigureAwait(false);
        await identity.SetAsync(response.IdentityId, cancellationToken).ConfigureAwait(false);
        return response.IdentityId;
    }

    private Task<bool> ForgetAsync(CognitoIdentityException reason, CancellationToken cancellationToken)
    {
        CredentialsLog.IdentityGone(settings.Logger, settings.IdentityPoolId, identity.Cached ?? "unknown", reason.ErrorCode);
        RefreshSpan.IdentityGone(settings, identity.Cached, reason.ErrorCode);
        return AloneAsync(
            async () =>
            {
                // Without the lock, another provider's new guest could be stored between the reading and the removal, and be removed.
                using var onlyProvider = await EnterAsOnlyProviderAsync(cancellationToken).ConfigureAwait(false);
                await identity.ForgetAsync(cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    private async Task<IDisposable?> EnterAsOnlyProviderAsync(CancellationToken cancellationToken) => identity.SharedGuestKey is { } key
        ? await GuestLocks.EnterAsync((settings.Store.Place, settings.IdentityPoolId, key), cancellationToken).ConfigureAwait(false)
        : null;

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _identifying.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _identifying.Release();
        }
    }
}
