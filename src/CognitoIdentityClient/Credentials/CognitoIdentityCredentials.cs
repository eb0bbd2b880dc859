using Amazon.Runtime;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>
/// AWS credentials of one user of an identity pool, for any AWS client. They are fetched on first use and refreshed in the background
/// before they expire; concurrent callers share one refresh. Thread-safe; create one and share it among the clients.
/// </summary>
/// <remarks>
/// If a refresh fails while the current credentials are still valid, callers keep getting them, and the failure is reported to
/// <see cref="CognitoIdentityCredentialsOptions.RefreshFailed"/>, the log and the meter <c>CognitoIdentity</c>. If it fails
/// after they have expired, callers get the error; uses within the next second or so (10 seconds at most, after several failures) get the
/// same error without a call. An identity that was deleted, disabled or merged away is replaced once. Refused logins are an error, and
/// never make the user a guest.
/// </remarks>
/// <example>
/// <code>
/// var credentials = new CognitoIdentityCredentials(new() { IdentityPoolId = "eu-central-1:…" }, client);
/// using var s3 = new AmazonS3Client(credentials, RegionEndpoint.EUCentral1);
/// </code>
/// </example>
public sealed class CognitoIdentityCredentials : AWSCredentials
{
    private readonly ActiveUser _user;

    /// <summary>Creates credentials of the user in the options. Nothing is sent before they are used.</summary>
    /// <param name="options">The pool and the user.</param>
    /// <param name="client">The client that calls the service. It is not disposed.</param>
    /// <param name="logger">The log of failed refreshes and lost identities; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> or <paramref name="client"/> is null.</exception>
    /// <exception cref="OptionsValidationException">The options are invalid; the message lists every problem.</exception>
    public CognitoIdentityCredentials(
        CognitoIdentityCredentialsOptions options,
        ICognitoIdentityClient client,
        ILogger<CognitoIdentityCredentials>? logger = null)
        : this(new CredentialsSettings(options, client, logger), options.User, isOfFactory: false)
    {
    }

    internal CognitoIdentityCredentials(CredentialsSettings settings, CognitoIdentityUser user, bool isOfFactory) =>
        _user = new(settings, user, isOfFactory);

    /// <summary>Gets the time (UTC) at which the current credentials expire, or null if none have been fetched yet.</summary>
    public override DateTime? Expiration => _user.Session?.Cached?.Fresh.Expiration.UtcDateTime;

    /// <summary>Returns the user's session: the cached one, or a new one if it is about to expire.</summary>
    /// <param name="cancellationToken">Cancels only this wait; a refresh that other callers share continues.</param>
    /// <returns>A session with valid credentials.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The service could not be reached.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">The refresh, or a store, took too long.</exception>
    /// <exception cref="CognitoIdentityException">The service refused, or its credentials arrived expired.</exception>
    /// <exception cref="InvalidOperationException">
    /// No user is signed in, the user signed in or out during the wait, a callback returned null or asked for these credentials, or a role
    /// or identity belongs to another partition or region than the pool.
    /// </exception>
    public Task<CognitoIdentitySession> GetSessionAsync(CancellationToken cancellationToken = default) =>
        _user.Session?.TryGetCached()?.SessionTask ?? WaitAsync(static (user, token) => user.WaitForSessionAsync(token), cancellationToken);

    /// <summary>
    /// Fetches new credentials of the same identity now, as after a change of the user's role or claims. It never shares a refresh that
    /// began before the call: it waits for that one, and then starts another one, which all callers waiting by then share.
    /// </summary>
    /// <param name="cancellationToken">Cancels only this wait; a refresh that other callers share continues.</param>
    /// <returns>A session with credentials that were issued after this call. If this fails, the earlier credentials stay in use.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The service could not be reached.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">The refresh, or a store, took too long.</exception>
    /// <exception cref="CognitoIdentityException">The service refused, or its credentials arrived expired.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="GetSessionAsync"/>.</exception>
    public Task<CognitoIdentitySession> RefreshAsync(CancellationToken cancellationToken = default) =>
        WaitAsync(static (user, token) => user.RefreshAsync(token), cancellationToken);

    /// <summary>Returns the id of the user's identity, without credentials. No call is made if the id is cached or stored.</summary>
    /// <param name="cancellationToken">Cancels only this wait; a call that other callers share continues.</param>
    /// <returns>The identity's id, <c>REGION:GUID</c>.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The service could not be reached.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">The call, or a store, took too long.</exception>
    /// <exception cref="CognitoIdentityException">The service refused.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="GetSessionAsync"/>.</exception>
    public Task<string> GetIdentityIdAsync(CancellationToken cancellationToken = default) =>
        WaitAsync(static (user, token) => user.GetIdentityIdAsync(token), cancellationToken);

    /// <summary>
    /// Switches these credentials to a user who has just signed in. If this fails, nothing changes. A cancellation that comes too late,
    /// when the service has issued the user's credentials, is ignored.
    /// </summary>
    /// <param name="user">The user; not a guest.</param>
    /// <param name="guestIdentity">What happens to the guest's identity; ignored when a signed-in user is being replaced.</param>
    /// <param name="cancellationToken">Cancels the sign-in.</param>
    /// <returns>The user's session.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="user"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="user"/> is a guest.</exception>
    /// <exception cref="CognitoIdentityConnectionException">The service could not be reached.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">The sign-in took longer than the options' RefreshTimeout.</exception>
    /// <exception cref="CognitoIdentityException">The service refused.</exception>
    /// <exception cref="InvalidOperationException">
    /// The credentials come from an <see cref="ICognitoIdentityCredentialsFactory"/>, where each user has their own; or a callback of these
    /// credentials called this, or returned null.
    /// </exception>
    public Task<CognitoIdentitySession> SignInAsync(
        CognitoIdentityUser user,
        GuestIdentityPolicy guestIdentity,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.IsGuest
            ? throw new ArgumentException("A guest cannot sign in; SignOutAsync makes a guest again.", nameof(user))
            : _user.SignInAsync(user, guestIdentity, cancellationToken);
    }

    /// <summary>
    /// Signs the user out, and then removes credentials, logins and identity from memory and from the stores. Waits for a running refresh
    /// to end, so that nothing of the user comes back. Afterwards the credentials are those of a new guest if the options specify a guest;
    /// otherwise nobody is signed in and the next use throws. If a store fails, its exception is thrown; the user is signed out anyway, and
    /// calling this method again retries the removal.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait for a sign-in that is running, and for the stores.</param>
    /// <exception cref="CognitoIdentityTimeoutException">A store took longer than the options' StoreTimeout.</exception>
    /// <exception cref="InvalidOperationException">A callback of these credentials called this.</exception>
    public Task SignOutAsync(CancellationToken cancellationToken = default) => _user.SignOutAsync(cancellationToken);

    /// <summary>Returns the user's credentials, as <see cref="GetSessionAsync"/> does.</summary>
    /// <returns>The access key, secret key and session token.</returns>
    public override Task<ImmutableCredentials> GetCredentialsAsync() => _user.Session?.TryGetCached()?.KeysTask ?? WaitForKeysAsync();

    /// <summary>
    /// Returns the user's credentials, as <see cref="GetSessionAsync"/> does, and blocks the thread during a refresh. It cannot deadlock a
    /// thread with a synchronization context, such as a UI thread, unless a callback of the application itself waits for that thread.
    /// </summary>
    /// <returns>The access key, secret key and session token.</returns>
    // The refresh runs on the thread pool without a context (SingleFlight), and every await on the way back is ConfigureAwait(false):
    // nothing that this thread waits for needs this thread.
    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    /// <summary>Takes the newer logins of the same user; or signs the user in again.</summary>
    internal void Renew(CognitoIdentityUser user) => _user.Renew(user);

    /// <summary>Completes when no refresh runs, not even in the background.</summary>
    internal Task WhenIdleAsync() => _user.Session?.WhenIdleAsync() ?? Task.CompletedTask;

    /// <exception cref="InvalidOperationException">A callback of these credentials called this.</exception>
    internal void ThrowIfInsideCallback() => _user.ThrowIfInsideCallback(nameof(SignOutAsync));

    private async Task<ImmutableCredentials> WaitForKeysAsync() =>
        (await GetSessionAsync(CancellationToken.None).ConfigureAwait(false)).Keys;

    private async Task<T> WaitAsync<T>(Func<UserSession, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var user = _user.Session
            ?? throw new InvalidOperationException("No user is signed in: the user of these credentials has signed out.");
        try
        {
            return await work(user, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (user.HasEnded && !cancellationToken.IsCancellationRequested)
        {
            // A caller that acts for one user must not get the credentials of another.
            throw new InvalidOperationException(
                "The user of these credentials signed in or out during the wait. Ask again for the credentials of the current user.",
                exception);
        }
    }
}
