using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The way to credentials: logins, identity, credentials; and, once each, the ways round a login token that expired and round an identity
/// that is gone. A user stays who they are on all of them: logins that are refused never make a guest.
/// </summary>
/// <param name="settings">The pool, the client and the flow.</param>
/// <param name="user">The user.</param>
/// <param name="identity">The user's identity.</param>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim holds nothing to dispose unless its wait handle is asked for.")]
internal sealed class IdentityFlow(CredentialsSettings settings, CognitoIdentityUser user, IdentityRecord identity)
{
    private readonly CredentialsExchange _exchange = new(settings);

    // Credentials and the identity alone may be asked for at the same time, and must not make two guests of one.
    private readonly SemaphoreSlim _identifying = new(1);

    /// <summary>The user, whose logins another user's object of the same key may renew.</summary>
    public CognitoIdentityUser User { get; set; } = user;

    public async Task<CognitoIdentitySession> GetSessionAsync(CancellationToken cancellationToken)
    {
        var hasRecovered = false;
        var hasRenewedTokens = false;
        while (true)
        {
            // Newer logins of the user that come meanwhile count from the next round on.
            var user = User;
            try
            {
                // Every round asks the callbacks anew.
                var (known, logins) = await IdentifyAsync(user, needsLogins: true, cancellationToken).ConfigureAwait(false);
                var (credentials, identityId) = await _exchange.GetAsync(user, known, logins, cancellationToken).ConfigureAwait(false);

                // A guest that signs in as somebody known gives way to that identity.
                await identity.SetAsync(identityId, cancellationToken).ConfigureAwait(false);
                var source = hasRecovered ? CognitoIdentitySessionSource.Recovery : CognitoIdentitySessionSource.Refresh;
                return new(identityId, credentials, user.IsGuest, source);
            }
            catch (CognitoIdentityException exception)
                when (!hasRenewedTokens && !user.IsGuest && RecoverableErrors.IsLoginTokenRefused(exception))
            {
                hasRenewedTokens = true;
            }
            catch (CognitoIdentityException exception) when (!hasRecovered && RecoverableErrors.IsIdentityGone(exception, user.IsGuest))
            {
                hasRecovered = true;
                await ForgetAsync(exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public async Task<string> GetIdentityIdAsync(CancellationToken cancellationToken) =>
        (await IdentifyAsync(User, needsLogins: false, cancellationToken).ConfigureAwait(false)).IdentityId;

    /// <summary>The identity's id, in memory or in the store; null if there is none. Makes no call to the service.</summary>
    public async Task<string?> FindIdentityIdAsync(CancellationToken cancellationToken)
    {
        await _identifying.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await identity.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _identifying.Release();
        }
    }

    private async Task<(string IdentityId, IReadOnlyDictionary<string, string>? Logins)> IdentifyAsync(
        CognitoIdentityUser user,
        bool needsLogins,
        CancellationToken cancellationToken)
    {
        await _identifying.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var known = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
            if (known is not null && !needsLogins)
            {
                return (known, null);
            }

            if (user.DeveloperIdentity is { } ask)
            {
                return await AskDeveloperAsync(ask, known, cancellationToken).ConfigureAwait(false);
            }

            var logins = await LoginTokenReader.GetAsync(user, cancellationToken).ConfigureAwait(false);
            return (known ?? await GetIdAsync(logins, cancellationToken).ConfigureAwait(false), logins);
        }
        finally
        {
            _identifying.Release();
        }
    }

    private async Task<(string, IReadOnlyDictionary<string, string>?)> AskDeveloperAsync(
        Func<string?, CancellationToken, Task<DeveloperIdentity>> ask,
        string? known,
        CancellationToken cancellationToken)
    {
        var answer = await ask(known, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The callback of the developer-authenticated user gave no identity.");
        if (IdentityPoolRegion.Parse(answer.IdentityId) != settings.Region)
        {
            throw new InvalidOperationException(
                $"The backend's identity '{answer.IdentityId}' is none of the pool '{settings.IdentityPoolId}': the regions differ.");
        }

        await identity.SetAsync(answer.IdentityId, cancellationToken).ConfigureAwait(false);
        return (answer.IdentityId, new Dictionary<string, string> { [CredentialsExchange.DeveloperTokenProvider] = answer.Token });
    }

    private async Task<string> GetIdAsync(IReadOnlyDictionary<string, string>? logins, CancellationToken cancellationToken)
    {
        var response = await settings.Client.GetIdAsync(
            new() { IdentityPoolId = settings.IdentityPoolId, Logins = logins },
            cancellationToken).ConfigureAwait(false);
        await identity.SetAsync(response.IdentityId, cancellationToken).ConfigureAwait(false);
        return response.IdentityId;
    }

    private async Task ForgetAsync(CognitoIdentityException reason, CancellationToken cancellationToken)
    {
        CredentialsLog.IdentityGone(settings.Logger, settings.IdentityPoolId, identity.Known, reason.ErrorCode);
        await _identifying.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await identity.ForgetAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _identifying.Release();
        }
    }
}
