using System.Collections.Concurrent;

namespace CognitoIdentity;

/// <summary>The logins of one user: the newest ones, and what the service refused of them.</summary>
internal sealed class UserLogins(CredentialsSettings settings, CognitoIdentityUser user)
{
    private readonly object _gate = new();

    // The identity providers whose logins were left out: each is logged once, until its login is accepted again.
    private readonly ConcurrentDictionary<string, bool> _leftOut = new();
    private volatile CognitoIdentityUser _user = user;
    private volatile Refusal? _refusal;

    public CognitoIdentityUser User => _user;

    /// <summary>
    /// Takes the newer tokens of a user of the same key. Of two tokens of one identity provider the newer one is kept, by what they say
    /// themselves: requests may overtake each other.
    /// </summary>
    /// <returns>Whether the user has other tokens now.</returns>
    public bool Renew(CognitoIdentityUser user)
    {
        lock (_gate)
        {
            if (user.FixedTokens is not { } tokens || _user.FixedTokens is not { } current)
            {
                _user = user;
                return false;
            }

            var newest = tokens.ToDictionary(
                login => login.Key,
                login => current.TryGetValue(login.Key, out var other) && TokenTimes.IsOlder(login.Value, other) ? other : login.Value);
            if (newest.Count == current.Count && newest.All(login => current.GetValueOrDefault(login.Key) == login.Value))
            {
                return false;
            }

            _user = user.WithTokens(newest);
            return true;
        }
    }

    public void ForgetRefusal() => _refusal = null;

    /// <summary>Takes note that the service accepted these logins; null for a guest.</summary>
    public void Accept(IReadOnlyDictionary<string, string>? logins)
    {
        foreach (var provider in logins?.Keys ?? [])
        {
            _leftOut.TryRemove(provider, out _);
        }
    }

    /// <summary>Returns the user's current logins; null for a guest.</summary>
    /// <exception cref="CognitoIdentityException">The service has refused these tokens already, and they cannot have become
    /// better.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> GetAsync(CognitoIdentityUser user, CancellationToken cancellationToken)
    {
        if (user.DeveloperIdentity is not null)
        {
            return null;
        }

        var refusal = _refusal is { } known && known.Holds(user) ? known : null;
        if (refusal is not null && (refusal.LeftOut is null || user.Logins.Count == 1))
        {
            throw refusal.Error;
        }

        var logins = await LoginTokenReader.GetAsync(settings, user, LogLeftOut, cancellationToken).ConfigureAwait(false);
        return refusal is null ? logins : Without(logins!, refusal.LeftOut!);
    }

    /// <summary>
    /// Finds out which of several tokens was refused, by leaving each out in turn; those that have expired, first. If the settings allow
    /// it, the user goes on with the others.
    /// </summary>
    /// <param name="user">The user.</param>
    /// <param name="logins">The logins that were refused; null if none were sent, because these were refused before.</param>
    /// <param name="error">The service's error.</param>
    /// <param name="attempt">Tries other logins.</param>
    /// <exception cref="NotAuthorizedException">The service's error, with the identity provider's name in the message.</exception>
    public async Task<T> LeaveOutRefusedAsync<T>(
        CognitoIdentityUser user,
        IReadOnlyDictionary<string, string>? logins,
        CognitoIdentityException error,
        Func<IReadOnlyDictionary<string, string>, Task<T>> attempt)
    {
        if (logins is null)
        {
            // The error of an earlier refresh: nothing was sent.
            throw error;
        }

        if (logins.Count == 1)
        {
            throw Remember(user, logins, error);
        }

        foreach (var provider in logins.Keys.OrderBy(provider => TokenTimes.Read(logins[provider]).Expiration ?? DateTimeOffset.MaxValue))
        {
            T result;
            try
            {
                result = await attempt(Without(logins, provider)).ConfigureAwait(false);
            }
            catch (CognitoIdentityException exception) when (RecoverableErrors.IsLoginTokenRefused(exception))
            {
                continue;
            }

            var refused = new Dictionary<string, string> { [provider] = logins[provider] };
            if (!settings.AllowFewerLogins)
            {
                throw Remember(user, refused, Naming(error, $"The login token of {provider} was refused"));
            }

            LogLeftOut(provider);
            Remember(user, refused, error, provider);
            return result;
        }

        throw Remember(user, logins, Naming(error, $"More than one of the login tokens of {string.Join(", ", logins.Keys)} was refused"));
    }

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> logins, string provider) =>
        logins.Where(login => login.Key != provider).ToDictionary();

    private static CognitoIdentityException Naming(CognitoIdentityException error, string beginning) =>
        new NotAuthorizedException($"{beginning}: {error.ServiceMessage}", error).ExplainedBy(error);

    private void LogLeftOut(string provider)
    {
        if (_leftOut.TryAdd(provider, true))
        {
            CredentialsLog.LoginLeftOut(settings.Logger, settings.IdentityPoolId, provider);
        }
    }

    // Only tokens that no callback can renew.
    private CognitoIdentityException Remember(
        CognitoIdentityUser user,
        IReadOnlyDictionary<string, string> refused,
        CognitoIdentityException error,
        string? leftOut = null)
    {
        _refusal = user.FixedTokens is null ? null : new(refused, error, leftOut);
        return error;
    }

    /// <summary>Tokens that the service refused. A class and not a record, so that nothing prints them.</summary>
    private sealed class Refusal(IReadOnlyDictionary<string, string> tokens, CognitoIdentityException error, string? leftOut)
    {
        public CognitoIdentityException Error => error;

        /// <summary>The identity provider whose login is left out from now on; null if the user cannot do without it.</summary>
        public string? LeftOut => leftOut;

        /// <summary>
        /// Returns whether a user still has the tokens: a new token of another identity provider makes a refused one no better.
        /// </summary>
        public bool Holds(CognitoIdentityUser user) =>
            user.FixedTokens is { } fixedTokens && tokens.All(token => fixedTokens.GetValueOrDefault(token.Key) == token.Value);
    }
}
