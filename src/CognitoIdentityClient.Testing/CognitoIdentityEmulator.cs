using System.Net;
using Amazon.Runtime;

namespace CognitoIdentity.Testing;

/// <summary>
/// Amazon Cognito identity pools in memory: all 23 operations, with the service's rules, errors and signature checks, for tests
/// and samples without an AWS account. It listens on the loopback address, where any AWS SDK can use it, and can be reached in
/// process through <see cref="CreateHandler"/>. Safe to use from many threads.
/// </summary>
/// <remarks>API reference: https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html</remarks>
public sealed class CognitoIdentityEmulator : IAsyncDisposable
{
    private readonly EmulatorOptions _options;
    private readonly EmulatorCore _core;
    private readonly RequestPipeline _front;
    private LoopbackServer? _server;
    private volatile TimeProvider _timeProvider;

    private CognitoIdentityEmulator(EmulatorOptions options)
    {
        _options = options;
        _timeProvider = options.TimeProvider;
        _core = new(options);
        Requests = new(options.MaxRecordedRequests);
        Faults = new(options.RandomSeed);
        _front = new(_core, Requests, Faults, () => _timeProvider);
    }

    /// <summary>
    /// The address to point a client on this machine at, such as <c>http://127.0.0.1:34567/</c>: the loopback address too where the
    /// emulator listens on all addresses.
    /// </summary>
    public Uri Endpoint => (_server ?? throw new InvalidOperationException("The emulator is not listening.")).Address;

    /// <summary>Credentials whose signatures the emulator accepts: the first of <see cref="EmulatorOptions.AccessKeys"/>.</summary>
    public AWSCredentials Credentials
    {
        get
        {
            var key = _options.AccessKeys[0];
            return key.SessionToken is null
                ? new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey)
                : new SessionAWSCredentials(key.AccessKeyId, key.SecretAccessKey, key.SessionToken);
        }
    }

    /// <summary>The region of <see cref="CreateClient"/>: the first of <see cref="EmulatorOptions.Regions"/>.</summary>
    public string Region => _options.Regions[0];

    /// <summary>The regions that the emulator answers for.</summary>
    public IReadOnlyList<string> Regions => _options.Regions;

    /// <summary>
    /// The clock that governs signature dates, the Date header, creation dates and every expiry. Set it to let time pass: the next
    /// request goes by the new one. Default: <see cref="EmulatorOptions.TimeProvider"/>.
    /// </summary>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set => _timeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The requests received so far, refused ones included.</summary>
    public RecordedRequestCollection Requests { get; }

    /// <summary>What is to go wrong with the requests to come. Empty at first.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Starts an emulator, on the loopback address unless the options say otherwise.</summary>
    /// <param name="options">How it is set up; null takes the defaults. Changes made after the start have no effect.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The emulator, listening. Dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="InvalidSnapshotException">The snapshot in the options is none.</exception>
    /// <exception cref="IOException">The port is taken or not permitted, or the address is none of this machine's.</exception>
    public static async Task<CognitoIdentityEmulator> StartAsync(
        EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var emulator = new CognitoIdentityEmulator((options ?? new()).ToValidCopy());
        if (emulator._options.Snapshot is { } snapshot)
        {
            emulator.RestoreSnapshot(snapshot);
        }
        var address = new IPEndPoint(emulator._options.Address, emulator._options.Port);
        emulator._server = await LoopbackServer.StartAsync(emulator._front, address, cancellationToken).ConfigureAwait(false);
        return emulator;
    }

    /// <summary>
    /// A client that talks to the emulator at its <see cref="Endpoint"/>, with the emulator's region, credentials and clock. The
    /// caller disposes it. With a clock that stands still, retries with a delay wait until the test moves it.
    /// </summary>
    /// <param name="configure">Changes the client's options further; null changes nothing.</param>
    public CognitoIdentityClient CreateClient(Action<CognitoIdentityClientOptions>? configure = null)
    {
        var options = new CognitoIdentityClientOptions
        {
            Region = Region,
            Endpoint = Endpoint,
            Credentials = Credentials,
            TimeProvider = TimeProvider,
            // The emulator speaks http alone, and whoever made it listen beyond loopback has chosen that.
            AllowInsecureEndpoint = !Endpoint.IsLoopback,
        };
        configure?.Invoke(options);
        return new(options);
    }

    /// <summary>
    /// A handler that reaches the emulator in process, for any <see cref="HttpClient"/>. The host of a request does not matter.
    /// A handler holds nothing that needs disposing, and is dead once the emulator is disposed: a request then
    /// fails as if nobody listened.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new InProcessHandler(_front);

    /// <summary>Puts a pool into the emulator, with its identities.</summary>
    /// <param name="pool">The pool.</param>
    /// <returns>The pool's id.</returns>
    /// <exception cref="ArgumentException">An id is malformed or taken, or a login would have two owners. Nothing was added.</exception>
    public string Seed(IdentityPoolSeed pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        lock (_core.State.Lock)
        {
            return Seeding.Add(_core, _options, pool, _timeProvider.GetUtcNow()).Id;
        }
    }

    /// <summary>
    /// The whole state as JSON: pools, identities, roles, tags, and the key that signs OpenID tokens. Not in it: options, faults
    /// and recorded requests.
    /// </summary>
    /// <returns>A text for <see cref="RestoreSnapshot"/> of this emulator or another one. It holds a private key.</returns>
    public string TakeSnapshot()
    {
        lock (_core.State.Lock)
        {
            return Snapshot.Write(_core.State, _core.Tokens);
        }
    }

    /// <summary>Replaces the whole state with one that <see cref="TakeSnapshot"/> gave.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <exception cref="InvalidSnapshotException">The text is no snapshot, or was damaged. The state is as it was.</exception>
    public void RestoreSnapshot(string snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (state, signingKey) = Snapshot.Read(snapshot);
        lock (_core.State.Lock)
        {
            _core.State.ReplaceWith(state);
            if (signingKey is not null)
            {
                _core.Tokens.UseKey(OpenIdTokenIssuer.ReadKey(signingKey));
            }
        }
    }

    /// <summary>Stops listening and closes open connections. The state can still be read with <see cref="TakeSnapshot"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        _front.Stop();
        if (_server is { } server)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }
    }
}
