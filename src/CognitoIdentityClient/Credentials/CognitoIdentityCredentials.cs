using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>
/// AWS credentials of one user of an identity pool, for any AWS client: got when first needed, refreshed ahead of their expiry in the
/// background, once at a time however many ask. Thread-safe; make one and share it among the clients.
/// </summary>
/// <remarks>
/// Errors are never kept: the next use tries again. A refresh that fails while the credentials at hand are valid goes to
/// <see cref="CognitoIdentityCredentialsOptions.RefreshFailed"/>, the log and the meter <c>CognitoIdentity.Credentials</c>, and callers go on
/// with what there is. An identity that was deleted, disabled or merged away is replaced once; logins that are refused are an error, and
/// never make the user a guest.
/// </remarks>
/// <example>
/// <code>
/// var credentials = new CognitoIdentityCredentials(new() { IdentityPoolId = "eu-central-1:…" }, client);
/// using var s3 = new AmazonS3Client(credentials, RegionEndpoint.EUCentral1);
/// </code>
/// </example>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim holds nothing to dispose unless its wait handle is asked for.")]
public sealed class CognitoIdentityCredentials : AWSCredentials
{
    private readonly CredentialsSettings _settings;
    private readonly bool _isOfFactory;
    private readonly SemaphoreSlim _changingUser = new(1);

    // Null while nobody is signed in.
    private volatile UserSession? _current;

    // Who was signed out, until the store has forgotten the identity too.
    private UserSession? _leaving;

    /// <summary>Credentials of the user of the options.</summary>
    /// <param name="options">The pool and the user.</param>
    /// <param name="client">What calls the service; it is not disposed. Its clock, if it is ours, decides when credentials expire.</param>
    /// <param name="logger">Where failed refreshes and forgotten identities are logged; null for nowhere.</param>
    /// <exception cref="OptionsValidationException">Something is wrong with the options; the message has all that is.</exception>
    public CognitoIdentityCredentials(
        CognitoIdentityCredentialsOptions options,
        ICognitoIdentityClient client,
        ILogger<CognitoIdentityCredentials>? logger = null)
        : this(new CredentialsSettings(options, client, logger), options.User, isOfFactory: false)
    {
    }

    internal CognitoIdentityCredentials(CredentialsSettings settings, CognitoIdentityUser user, bool isOfFactory)
    {
        _settings = settings;
        _isOfFactory = isOfFactory;
        _current = new(settings, user);
    }

    /// <summary>When the credentials at hand expire, UTC; null if there are none.</summary>
    public override DateTime? Expiration => _current?.Expiration?.UtcDateTime;

    /// <summary>Gets the user's credentials with the identity that they are of: those at hand, or new ones if they are about to expire.</summary>
    /// <param name="cancellationToken">Ends this wait. The refresh, which others may wait for too, goes on.</param>
    /// <returns>The session. Its credentials are valid.</returns>
    /// <exception cref="CognitoIdentityException">The service refuses, or cannot be reached.</exception>
    /// <exception cref="InvalidOperationException">
    /// Nobody is signed in; or a callback gave nothing; or a role or an identity is of another partition or region than the pool.
    /// </exception>
    public async Task<CognitoIdentitySession> GetSessionAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var current = Current();
            try
            {
                return await current.GetSessionAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (current.HasEnded && !cancellationToken.IsCancellationRequested)
            {
                // Somebody else signed in, or this one out, meanwhile.
            }
        }
    }

    /// <summary>Gets the id of the user's identity, without credentials. No call is made if it is known.</summary>
    /// <param name="cancellationToken">Ends this wait. The call, which others may wait for too, goes on.</param>
    /// <returns>The identity's id, <c>REGION:GUID</c>.</returns>
    /// <exception cref="CognitoIdentityException">The service refuses, or cannot be reached.</exception>
    /// <exception cref="InvalidOperationException">Nobody is signed in, or a callback gave nothing.</exception>
    public async Task<string> GetIdentityIdAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var current = Current();
            try
            {
                return await current.GetIdentityIdAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (current.HasEnded && !cancellationToken.IsCancellationRequested)
            {
                // Somebody else signed in, or this one out, meanwhile.
            }
        }
    }

    /// <summary>Makes this the credentials of a user who has just signed in. If it fails, everything is as before.</summary>
    /// <param name="user">The user; not a guest.</param>
    /// <param name="guestIdentity">What becomes of the guest's identity; of no effect if a signed-in user was there before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user's session.</returns>
    /// <exception cref="ArgumentException"><paramref name="user"/> is a guest.</exception>
    /// <exception cref="CognitoIdentityException">The service refuses, or cannot be reached.</exception>
    /// <exception cref="InvalidOperationException">
    /// The credentials come from a <see cref="ICognitoIdentityCredentialsFactory"/>, where each user has their own; or a callback gave nothing.
    /// </exception>
    public async Task<CognitoIdentitySession> SignInAsync(
        CognitoIdentityUser user,
        GuestIdentityPolicy guestIdentity,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.IsGuest)
        {
            throw new ArgumentException("A guest cannot sign in; SignOutAsync makes a guest again.", nameof(user));
        }

        if (_isOfFactory)
        {
            throw new InvalidOperationException("These credentials are one user's for good: ask the factory for the other user's.");
        }

        await _changingUser.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var old = _current;
            var kept = guestIdentity == GuestIdentityPolicy.Keep && old is { User.IsGuest: true }
                ? await old.FindIdentityIdAsync(cancellationToken).ConfigureAwait(false)
                : null;
            var signedIn = new UserSession(_settings, user, kept);
            var session = await BeginAsync(signedIn, cancellationToken).ConfigureAwait(false);
            _current = signedIn;
            if (old is not null)
            {
                await old.EndAsync().ConfigureAwait(false);
            }

            if (kept is not null)
            {
                // It is not a guest's any more.
                await old!.ForgetIdentityAsync(cancellationToken).ConfigureAwait(false);
            }

            return session;
        }
        finally
        {
            _changingUser.Release();
        }
    }

    /// <summary>
    /// Forgets the user: credentials, logins and identity, in memory and in the store. Waits for a refresh under way to end, so that nothing of
    /// the user comes back. From then on these are credentials of a guest, a new one, if the options' user is a guest; else of nobody, which is
    /// an error at the next use, until somebody signs in. If the store fails, what it throws comes out of this; the user is signed out all the
    /// same, and to call this again removes what the store still has.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    public async Task SignOutAsync(CancellationToken cancellationToken = default)
    {
        await _changingUser.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { } old)
            {
                // The next guest may look into the store before the old one's identity is gone from it.
                var gone = await old.PeekIdentityIdAsync(cancellationToken).ConfigureAwait(false);
                var becomesGuest = _settings.User.IsGuest && !_isOfFactory;
                _leaving = old;
                _current = becomesGuest ? new UserSession(_settings, _settings.User, goneId: gone) : null;
                await old.EndAsync().ConfigureAwait(false);
            }

            if (_leaving is { } leaving)
            {
                await leaving.RemoveIdentityAsync(cancellationToken).ConfigureAwait(false);
                _leaving = null;
            }
        }
        finally
        {
            _changingUser.Release();
        }
    }

    /// <summary>Gets the user's credentials, as <see cref="GetSessionAsync"/> does.</summary>
    public override async Task<ImmutableCredentials> GetCredentialsAsync() =>
        (await GetSessionAsync(CancellationToken.None).ConfigureAwait(false)).Keys;

    /// <summary>
    /// Gets the user's credentials, as <see cref="GetSessionAsync"/> does, blocking the thread if they have to be refreshed. It cannot deadlock
    /// where the thread has a synchronization context, as a user interface's has, unless a callback of yours itself waits for that thread.
    /// </summary>
    // The refresh runs on the thread pool without a context (SingleFlight), and every await on the way back is ConfigureAwait(false): nothing
    // that this thread waits for needs this thread.
    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    /// <summary>Takes the newer logins of the same user; or signs the user in again.</summary>
    internal void Renew(CognitoIdentityUser user)
    {
        if (_current is { } current)
        {
            current.User = user;
        }
        else
        {
            Interlocked.CompareExchange(ref _current, new UserSession(_settings, user), null);
        }
    }

    private static async Task<CognitoIdentitySession> BeginAsync(UserSession user, CancellationToken cancellationToken)
    {
        try
        {
            return await user.GetSessionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // A caller who gave up must not find the guest's identity linked to the login a little later.
            await user.EndAsync().ConfigureAwait(false);
            throw;
        }
    }

    private UserSession Current() =>
        _current ?? throw new InvalidOperationException("Nobody is signed in: the user of these credentials has signed out.");
}
