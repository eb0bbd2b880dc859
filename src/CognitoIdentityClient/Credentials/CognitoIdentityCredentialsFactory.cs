using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <inheritdoc/>
public sealed class CognitoIdentityCredentialsFactory : ICognitoIdentityCredentialsFactory
{
    private readonly CredentialsSettings _settings;

    // The role is part of the key: what was got for one role must not be given out for another.
    private readonly LruMap<(string User, string? Role, bool AsksForRole), CognitoIdentityCredentials> _users;

    /// <summary>A factory of the credentials of a pool's users.</summary>
    /// <param name="options">The pool; the options' user is not used.</param>
    /// <param name="client">What calls the service for all users; it is not disposed.</param>
    /// <param name="logger">Where failed refreshes and forgotten identities are logged; null for nowhere.</param>
    /// <exception cref="OptionsValidationException">Something is wrong with the options; the message has all that is.</exception>
    public CognitoIdentityCredentialsFactory(
        CognitoIdentityCredentialsOptions options,
        ICognitoIdentityClient client,
        ILogger<CognitoIdentityCredentials>? logger = null)
    {
        _settings = new(options, client, logger);
        _users = new(options.MaxUsers);
    }

    /// <summary>How many users' credentials are kept.</summary>
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

        // All of them, also if the store fails at one.
        var signedOut = _users.RemoveAll(user => user.User == key).Select(credentials => credentials.SignOutAsync(cancellationToken));
        await Task.WhenAll(signedOut).ConfigureAwait(false);

        // Also where the credentials were dropped meanwhile, or are another server's.
        await _settings.IdentityIdStore.RemoveAsync(_settings.IdentityPoolId, key, cancellationToken)
            .WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
