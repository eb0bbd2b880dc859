using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CognitoIdentity;

/// <summary>The settings that all credentials of a factory share: the options, checked and copied, the client and the log.</summary>
internal sealed class CredentialsSettings
{
    private readonly ServiceClock? _clientClock;

    public CredentialsSettings(CognitoIdentityCredentialsOptions options, ICognitoIdentityClient client, ILogger? logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(client);
        var own = client as CognitoIdentityClient;
        options.Validate(own?.Region);
        _clientClock = own?.Clock;
        Client = client;
        Logger = logger ?? NullLogger.Instance;
        IdentityPoolId = options.IdentityPoolId!;
        Region = IdentityPoolRegion.Parse(IdentityPoolId)!;
        User = options.User;
        PreemptExpiryTime = options.PreemptExpiryTime;
        ExpirationBuffer = options.ExpirationBuffer;
        RefreshTimeout = options.RefreshTimeout;
        StoreTimeout = options.StoreTimeout;
        SessionStore = options.SessionStore;
        AssumeRoleWithWebIdentity = options.AssumeRoleWithWebIdentity;
        DeveloperLoginKey = options.DeveloperLoginKey ?? CognitoPrincipal.ForRegion(Region);
        RefreshFailed = options.RefreshFailed;
        IdentityChanged = options.IdentityChanged;
        AllowFewerLogins = options.AllowFewerLogins;
        EndWithLoginToken = options.EndWithLoginToken;
        NewRoleRetryTime = options.NewRoleRetryTime;
        TimeProvider = options.TimeProvider;
        AgeClock = CoarseTime.For(TimeProvider);
        Jitter = options.Jitter;
        Store = new(this, options.IdentityIdStore);
        SessionCalls = new(this);
    }

    public ICognitoIdentityClient Client { get; }

    public ILogger Logger { get; }

    public string IdentityPoolId { get; }

    public string Region { get; }

    public CognitoIdentityUser User { get; }

    public TimeSpan PreemptExpiryTime { get; }

    public TimeSpan ExpirationBuffer { get; }

    public TimeSpan RefreshTimeout { get; }

    public TimeSpan StoreTimeout { get; }

    public BoundedStore Store { get; }

    public ISessionStore? SessionStore { get; }

    public StoreCalls SessionCalls { get; }

    public Func<WebIdentity, CancellationToken, Task<Credentials>>? AssumeRoleWithWebIdentity { get; }

    public string DeveloperLoginKey { get; }

    public Action<CredentialsRefreshFailure>? RefreshFailed { get; }

    public Action<IdentityChange>? IdentityChanged { get; }

    public bool AllowFewerLogins { get; }

    public bool EndWithLoginToken { get; }

    public TimeSpan NewRoleRetryTime { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>The clock of every <see cref="Moment"/>: its timestamps may differ from those of <see cref="TimeProvider"/>.</summary>
    public TimeProvider AgeClock { get; }

    public Func<double> Jitter { get; }

    /// <summary>The service's time, as well as it is known.</summary>
    public DateTimeOffset Now => _clientClock?.Now ?? TimeProvider.GetUtcNow();

    /// <summary>Runs a refresh, or the search for the identity alone, until it ends or <see cref="RefreshTimeout"/> has passed.</summary>
    /// <param name="work">The work.</param>
    /// <param name="ended">Ends the work because its user has changed.</param>
    /// <exception cref="CognitoIdentityTimeoutException">The time has passed.</exception>
    public async Task<T> WithinRefreshTimeoutAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ended)
    {
        using var limit = new CancellationTokenSource(RefreshTimeout, TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ended);
        try
        {
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !ended.IsCancellationRequested)
        {
            // The time limit arrives as a cancellation, which no caller asked for.
            throw new CognitoIdentityTimeoutException(
                $"The credentials were not refreshed within RefreshTimeout, {RefreshTimeout}.", exception);
        }
    }
}
