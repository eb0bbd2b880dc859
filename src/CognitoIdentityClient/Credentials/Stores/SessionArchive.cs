using System.Text.Json;

namespace CognitoIdentity;

/// <summary>The stored session of one user. A store that fails costs a refresh, and nothing else.</summary>
internal sealed class SessionArchive
{
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(12);

    private readonly CredentialsSettings _settings;
    private readonly ISessionStore _store;
    private readonly string _key;
    private readonly string? _roleArn;

    // A write that its refresh did not wait for to the end may still come through.
    private volatile Task _writing = Task.CompletedTask;

    private SessionArchive(CredentialsSettings settings, ISessionStore store, string key, string? roleArn) =>
        (_settings, _store, _key, _roleArn) = (settings, store, key, roleArn);

    /// <summary>Returns the archive of a user; null if sessions are not stored, or not this user's.</summary>
    public static SessionArchive? For(CredentialsSettings settings, CognitoIdentityUser user) =>
        settings.SessionStore is { } store && user is { StoreKey: { } key, GetCustomRoleArn: null }
            ? new(settings, store, key, user.CustomRoleArn)
            : null;

    public async Task SaveAsync(CachedSession cached, CancellationToken cancellationToken)
    {
        var session = cached.Fresh;
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new()
            {
                IdentityPoolId = _settings.IdentityPoolId,
                UserKey = _key,
                RoleArn = _roleArn,
                IdentityId = session.IdentityId,
                IsGuest = session.IsGuest,
                AccessKeyId = session.Credentials.AccessKeyId,
                SecretKey = session.Credentials.SecretKey,
                SessionToken = session.Credentials.SessionToken,
                Expiration = session.Expiration,
                Began = cached.Began.Wall,
                Lifetime = cached.Lifetime,
            },
            StoredSessionContext.Default.StoredSession);
        var expiration = cached.Began.Wall + cached.Lifetime;
        await TryAsync(
            async token =>
            {
                await _store.SetAsync(_settings.IdentityPoolId, _key, json, expiration, token).ConfigureAwait(false);
                return json;
            },
            writing => _writing = writing,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the stored session if it is still valid; otherwise null.</summary>
    public async Task<CachedSession?> RestoreAsync(CancellationToken cancellationToken)
    {
        var json = await TryAsync(token => _store.GetAsync(_settings.IdentityPoolId, _key, token), null, cancellationToken)
            .ConfigureAwait(false);
        var now = Moment.Now(_settings.AgeClock);
        if (Read(json) is not { } stored
            || stored.IdentityPoolId != _settings.IdentityPoolId
            || stored.UserKey != _key
            || stored.RoleArn != _roleArn
            || stored.Lifetime > LongestLifetime
            || stored.Began > now.Wall // The clock was set back, so nobody knows how old the session is.
            || now.Wall - stored.Began >= stored.Lifetime)
        {
            return null;
        }

        var credentials = new Credentials
        {
            AccessKeyId = stored.AccessKeyId,
            SecretKey = stored.SecretKey,
            SessionToken = stored.SessionToken,
            Expiration = stored.Expiration,
        };
        var session = new CognitoIdentitySession(stored.IdentityId, credentials, stored.IsGuest, CognitoIdentitySessionSource.Cache);
        return new(session, now.Before(now.Wall - stored.Began, _settings.AgeClock.TimestampFrequency), stored.Lifetime, _settings);
    }

    /// <summary>Removes the session of a user, if sessions are stored.</summary>
    /// <exception cref="CognitoIdentityTimeoutException">The store did not respond in time.</exception>
    public static Task RemoveAsync(CredentialsSettings settings, string key, CancellationToken cancellationToken) =>
        settings.SessionStore is not { } store ? Task.CompletedTask : settings.SessionCalls.RunAsync(
            async token =>
            {
                await store.RemoveAsync(settings.IdentityPoolId, key, token).ConfigureAwait(false);
                return true;
            },
            null,
            cancellationToken);

    /// <exception cref="CognitoIdentityTimeoutException">The store did not respond in time.</exception>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        if (!_writing.IsCompleted)
        {
            await _settings.SessionCalls.WaitForAsync(_writing, cancellationToken).ConfigureAwait(false);
        }

        await RemoveAsync(_settings, _key, cancellationToken).ConfigureAwait(false);
    }

    private static StoredSession? Read(byte[]? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, StoredSessionContext.Default.StoredSession);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<byte[]?> TryAsync(
        Func<CancellationToken, Task<byte[]?>> work,
        Action<Task>? started,
        CancellationToken cancellationToken)
    {
        if (_settings.SessionCalls.IsPausing)
        {
            return null;
        }

        try
        {
            return await _settings.SessionCalls.RunAsync(work, started, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (_settings.SessionCalls.IsNews(cancellationToken))
            {
                CredentialsLog.SessionStoreFailed(_settings.Logger, _settings.IdentityPoolId, exception);
            }

            return null;
        }
    }
}
