namespace CognitoIdentity;

/// <summary>The logins of one user: the newest ones, and what the service refused of them.</summary>
internal sealed class UserLogins(CredentialsSettings settings, CognitoIdentityUser user)
{
    private readonly object _gate = new();
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

    /// <summary>Returns the user's current logins; null for a guest.</summary>
    /// <exception cref="CognitoIdentityException">The service has refused these tokens already, and they cannot have become
    /// better.</exception>
    public async Task<IReadOnlyDictionary<string, string>?> GetAsync(CognitoIdentityUser user, CancellationToken cancellationToken)
    {
        if (user.DeveloperIdentity is not null)
        {
            return null;
        }

        var refusal = _refusal is { } known && known.User == user ? known : null;
        if (refusal is { Provider: null })
        {
            throw refusal.Error;
        }

        var logins = await LoginTokenReader.GetAsync(settings, user, cancellationToken).ConfigureAwait(false);
        return refusal is null ? logins : Without(logins!, refusal.Provider!);
    }

    /// <summary>
    /// Finds out which of several tokens was refused, by leaving each out in turn; those that have expired, first. If the settings allow
    /// it, the user goes on with the others.
    /// </summary>
    /// <param name="user">The user.</param>
    /// <param name="logins">The logins that were refused.</param>
    /// <param name="error">The service's error.</param>
    /// <param name="attempt">Tries other logins.</param>
    /// <exception cref="NotAuthorizedException">The service's error, with the identity provider's name in the message.</exception>
    public async Task<IssuedCredentials> LeaveOutRefusedAsync(
        CognitoIdentityUser user,
        IReadOnlyDictionary<string, string>? logins,
        CognitoIdentityException error,
        Func<IReadOnlyDictionary<string, string>, Task<IssuedCredentials>> attempt)
    {
        if (logins is null or { Count: 1 })
        {
            throw Remember(user, error);
        }

        foreach (var provider in logins.Keys.OrderBy(provider => TokenTimes.Read(logins[provider]).Expiration ?? DateTimeOffset.MaxValue))
        {
            IssuedCredentials issued;
            try
            {
                issued = await attempt(Without(logins, provider)).ConfigureAwait(false);
            }
            catch (CognitoIdentityException exception) when (RecoverableErrors.IsLoginTokenRefused(exception))
            {
                continue;
            }

            if (!settings.AllowFewerLogins)
            {
                throw Remember(user, Naming(error, $"The login token of {provider} was refused"));
            }

            CredentialsLog.LoginLeftOut(settings.Logger, settings.IdentityPoolId, provider);
            Remember(user, error, provider);
            return issued;
        }

        throw Remember(user, Naming(error, $"More than one of the login tokens of {string.Join(", ", logins.Keys)} was refused"));
    }

    private static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> logins, string provider) =>
        logins.Where(login => login.Key != provider).ToDictionary();

    private static NotAuthorizedException Naming(CognitoIdentityException error, string beginning) =>
        new($"{beginning}: {error.Message}", error)
        {
            Reason = error is NotAuthorizedException { Reason: var reason } ? reason : default,
            StatusCode = error.StatusCode,
            RequestId = error.RequestId,
            OperationName = error.OperationName,
            RetryAttempts = error.RetryAttempts,
        };

    // Only tokens that no callback can renew.
    private CognitoIdentityException Remember(CognitoIdentityUser user, CognitoIdentityException error, string? provider = null)
    {
        _refusal = user.FixedTokens is null ? null : new(user, error, provider);
        return error;
    }

    private sealed record Refusal(CognitoIdentityUser User, CognitoIdentityException Error, string? Provider);
}
