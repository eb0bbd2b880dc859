using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CognitoIdentity;

/// <summary>What a provider works with, and all providers of a factory share: the options, checked and copied, the client, the log.</summary>
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
        IdentityIdStore = options.IdentityIdStore;
        AssumeRoleWithWebIdentity = options.AssumeRoleWithWebIdentity;
        RefreshFailed = options.RefreshFailed;
        MaxUsers = options.MaxUsers;
        TimeProvider = options.TimeProvider;
    }

    public ICognitoIdentityClient Client { get; }

    public ILogger Logger { get; }

    public string IdentityPoolId { get; }

    public string Region { get; }

    public CognitoIdentityUser User { get; }

    public TimeSpan PreemptExpiryTime { get; }

    public TimeSpan ExpirationBuffer { get; }

    public TimeSpan RefreshTimeout { get; }

    public IIdentityIdStore IdentityIdStore { get; }

    public Func<WebIdentity, CancellationToken, Task<Credentials>>? AssumeRoleWithWebIdentity { get; }

    public Action<CredentialsRefreshFailure>? RefreshFailed { get; }

    public int MaxUsers { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>The time by which credentials expire: the service's, as well as it is known.</summary>
    public DateTimeOffset Now => _clientClock?.Now ?? TimeProvider.GetUtcNow();
}
