using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <inheritdoc/>
public sealed class CognitoIdentityCredentialsFactory : ICognitoIdentityCredentialsFactory
{
    private readonly CredentialsSettings _settings;

    // The role is part of the key: credentials of one role must not be returned for another.
    private readonly LruMap<(string User, string? Role, bool AsksForRole), CognitoIdentityCredentials> _users;

    private int _hasEvicted;

    /// <summary>Creates a factory for the users of one pool.</summary>
    /// <param name="options">The pool; the user of the options is not used.</param>
    /// <param name="client">The client that calls the service for all users. It is not disposed.</param>
    /// <param name="logger">The log of failed refreshes and lost identities; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> or <paramref name="client"/> is null.</exception>
    /// <exception cref="OptionsValidationException">The options are invalid; the message lists every problem.</exception>
    public CognitoIdentityCredentialsFactory(
        CognitoIdentityCredentialsOptions options,
        ICognitoIdentityClient client,
        ILogger<CognitoIdentityCredentials>? logger = null)
    {
        _settings = new(options, client, logger);
        _users = new(options.MaxUsers, () => ReportEviction(options.MaxUsers));
    }

    /// <summary>The number of users that credentials are kept for.</summary>
    internal int Count => _users.Count;

    /// <inheritdoc/>
    public CognitoIdentityCredentials ForUser(string userKey, IReadOnlyDictionary<string, string> logins) =>
        ForUser(userKey, CognitoIdentityUser.SignedIn(logins));

    /// <inheritdoc/>
    public CognitoIdentityCredentials ForUser(string userKey, CognitoIdentityUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var keyed = user.WithKey(userKey);
        var credentials = _users.GetOrAdd(
            (keyed.StoreKey!, keyed.CustomRoleArn, keyed.GetCustomRoleArn is not null),
            static state => new CognitoIdentityCredentials(state._settings, state.keyed, isOfFactory: true),
            (_settings, keyed));
        credentials.Renew(keyed);
        return credentials;
    }

    /// <inheritdoc/>
    public async Task SignOutAsync(string userKey, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userKey);
        var key = $"user:{userKey}";
        bool IsOfUser((string User, string? Role, bool AsksForRole) entry) => entry.User == key;
        foreach (var credentials in _users.FindAll(IsOfUser))
        {
            credentials.ThrowIfInsideCallback();
        }

        // All of them, also if the store fails at one.
        var signedOut = _users.RemoveAll(IsOfUser).Select(credentials => credentials.SignOutAsync(cancellationToken));

        // The stores also where the credentials were evicted, or are another server's.
        await Task.WhenAll([.. signedOut, RemoveFromStoresAsync(key, cancellationToken)]).ConfigureAwait(false);
    }

    private Task RemoveFromStoresAsync(string key, CancellationToken cancellationToken) => Task.WhenAll(
        _settings.Store.RemoveAsync(key, cancellationToken),
        SessionArchive.RemoveAsync(_settings, key, cancellationToken));

    private void ReportEviction(int maxUsers)
    {
        CredentialsMetrics.Evicted();
        if (Interlocked.Exchange(ref _hasEvicted, 1) == 0)
        {
            CredentialsLog.UsersEvicted(_settings.Logger, _settings.IdentityPoolId, maxUsers);
        }
    }
}
