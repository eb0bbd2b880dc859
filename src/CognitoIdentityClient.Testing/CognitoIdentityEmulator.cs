using System.Net;
using System.Text;
using Amazon.Runtime;

namespace CognitoIdentity.Testing;

/// <summary>
/// Amazon Cognito identity pools in memory: all operations, with the service's rules, errors and signature checks, for tests
/// and samples without an AWS account. It listens on the loopback address, where any AWS SDK can use it, and can be reached in
/// process through <see cref="CreateHandler"/>. Thread-safe.
/// </summary>
/// <remarks>API reference: https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html</remarks>
public sealed class CognitoIdentityEmulator : IAsyncDisposable
{
    private readonly EmulatorOptions _options;
    private readonly EmulatorCore _core;
    private readonly RequestPipeline _front;
    private readonly ExchangeLog? _exchanges;
    private LoopbackServer? _server;
    private volatile TimeProvider _timeProvider;

    private CognitoIdentityEmulator(EmulatorOptions options)
    {
        _options = options;
        _timeProvider = options.TimeProvider;
        var log = options.LoggerFactory.CreateLogger(typeof(CognitoIdentityEmulator).FullName!);
        _core = new(options, log);
        Requests = new(options.MaxRecordedRequests, options.MaxRecordedBytes);
        Faults = new(options.RandomSeed);
        _exchanges = options.HasControlApi ? new() : null;
        _front = new(_core, Requests, Faults, () => _timeProvider, log, _exchanges);
    }

    /// <summary>
    /// Gets the address for clients on this machine, such as <c>http://127.0.0.1:34567/</c>. It is the loopback address even if the
    /// emulator listens on all addresses.
    /// </summary>
    /// <exception cref="InvalidOperationException">The emulator does not listen yet.</exception>
    public Uri Endpoint => (_server ?? throw new InvalidOperationException("The emulator is not listening.")).Address;

    /// <summary>
    /// Gets the address of the page that shows the emulator's state and requests, such as <c>http://127.0.0.1:34567/_emulator/</c>; null if
    /// <see cref="EmulatorOptions.EnableControlApi"/> is false or the emulator listens beyond the loopback address.
    /// </summary>
    public Uri? ConsoleAddress => _options.HasControlApi ? new(Endpoint, $"{ControlApi.Root}/") : null;

    /// <summary>Gets credentials whose signatures the emulator accepts: the first of <see cref="EmulatorOptions.AccessKeys"/>.</summary>
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

    /// <summary>Gets the region of <see cref="CreateClient"/>: the first of <see cref="EmulatorOptions.Regions"/>.</summary>
    public string Region => _options.Regions[0];

    /// <summary>Gets the regions that the emulator serves.</summary>
    public IReadOnlyList<string> Regions => _options.Regions;

    /// <summary>
    /// Gets or sets the clock for signature dates, the Date header, creation dates and every expiry. Set it to let time pass: the next
    /// request uses the new one. Default: <see cref="EmulatorOptions.TimeProvider"/>.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get => _timeProvider;
        set => _timeProvider = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Gets the requests received so far, including refused ones.</summary>
    public RecordedRequestCollection Requests { get; }

    /// <summary>Gets the faults to inject into coming requests. Empty at first.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Starts an emulator, on the loopback address unless the options say otherwise.</summary>
    /// <param name="options">The options; null takes the defaults. Later changes of the object have no effect.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The emulator, listening. Dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="InvalidSnapshotException">The snapshot in the options is not valid.</exception>
    /// <exception cref="IOException">The port is taken or not permitted, or the address does not belong to this machine.</exception>
    public static Task<CognitoIdentityEmulator> StartAsync(
        EmulatorOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new(), static (_, _) => Task.CompletedTask, cancellationToken);

    // The emulator is prepared before anything can reach it.
    internal static async Task<CognitoIdentityEmulator> StartAsync(
        EmulatorOptions options, Func<CognitoIdentityEmulator, CancellationToken, Task> prepareAsync, CancellationToken cancellationToken)
    {
        var emulator = new CognitoIdentityEmulator(options.ToValidCopy());
        if (emulator._options.Snapshot is { } snapshot)
        {
            emulator.RestoreSnapshot(snapshot);
        }

        await prepareAsync(emulator, cancellationToken).ConfigureAwait(false);
        var address = new IPEndPoint(emulator._options.Address, emulator._options.Port);
        emulator._server = await LoopbackServer.StartAsync(emulator._front, emulator.CreateControlApi(), address, cancellationToken)
            .ConfigureAwait(false);
        return emulator;
    }

    /// <summary>
    /// Creates a client that calls the emulator at its <see cref="Endpoint"/>, with the emulator's region, credentials and clock. With a
    /// clock that stands still, a retry with a delay waits until the test moves the clock.
    /// </summary>
    /// <param name="configure">Changes the client's options further; null changes nothing.</param>
    /// <returns>The client. The caller disposes it.</returns>
    public CognitoIdentityClient CreateClient(Action<CognitoIdentityClientOptions>? configure = null)
    {
        var options = new CognitoIdentityClientOptions
        {
            Region = Region,
            Endpoint = Endpoint,
            Credentials = Credentials,
            TimeProvider = TimeProvider,
            // The emulator speaks only HTTP, and listening beyond the loopback address was the caller's choice.
            AllowInsecureEndpoint = !Endpoint.IsLoopback,
        };
        configure?.Invoke(options);
        return new(options);
    }

    /// <summary>
    /// Creates a handler that reaches the emulator in process, for any <see cref="HttpClient"/>. The host of a request does not matter.
    /// </summary>
    /// <returns>
    /// The handler. It needs no disposal, and after the emulator is disposed requests through it fail as if nothing were listening.
    /// </returns>
    public HttpMessageHandler CreateHandler() => new InProcessHandler(_front);

    /// <summary>Puts a pool into the emulator, with its identities.</summary>
    /// <param name="pool">The pool.</param>
    /// <returns>The id of the pool.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pool"/> is null.</exception>
    /// <exception cref="ArgumentException">An id is malformed or taken, or a login would have two owners. Nothing was added.</exception>
    public string Seed(IdentityPoolSeed pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        lock (_core.State.Lock)
        {
            var id = Seeding.Add(_core, _options, pool, _timeProvider.GetUtcNow()).Id;
            NoteChange();
            return id;
        }
    }

    /// <summary>Puts the pools of a seed file into the emulator. The file is only read.</summary>
    /// <param name="path">
    /// The path of the file: JSON, in which comments are allowed and every member of a pool and of an identity may be left out. Its schema,
    /// <c>seed.schema.json</c>, which the package contains, names the members that a role mapping, a rule and an app client need.
    /// </param>
    /// <returns>The ids of the pools, in the order of the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="InvalidSeedException">The file is not a seed, or an id is malformed or taken. Nothing was added.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public IReadOnlyList<string> SeedFrom(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SeedFrom(File.ReadAllBytes(path), $"The seed file '{path}'");
    }

    // The UTF-8 text of a seed file, as the control API receives it, and what it is called in the message of an error.
    internal IReadOnlyList<string> SeedFrom(ReadOnlyMemory<byte> text, string source)
    {
        var seeds = SeedFile.Read(text, source);
        try
        {
            lock (_core.State.Lock)
            {
                var ids = Seeding.AddAll(_core, _options, seeds, _timeProvider.GetUtcNow());
                NoteChange();
                return ids;
            }
        }
        catch (ArgumentException e)
        {
            throw new InvalidSeedException($"{source} cannot be used: {ArgumentMistake.GetText(e)}", e);
        }
    }

    /// <summary>
    /// Returns the whole state as JSON: pools, identities, roles, tags, and the key that signs OpenID tokens. Options, faults and recorded
    /// requests are not part of it.
    /// </summary>
    /// <returns>A text for <see cref="RestoreSnapshot"/> of this emulator or another one. It holds a private key.</returns>
    public string TakeSnapshot()
    {
        var text = new MemoryStream();
        foreach (var piece in SnapshotWriter.Write(TakeContent()))
        {
            text.Write(piece.Span);
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>
    /// Writes the state as <see cref="TakeSnapshot"/> returns it, piece by piece, for states that are too large for one text. Requests go
    /// on meanwhile, and what they change is not in the snapshot.
    /// </summary>
    /// <param name="stream">The stream to write to. It is not closed.</param>
    /// <param name="cancellationToken">Cancels the writing, which leaves part of a snapshot in the stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public async Task WriteSnapshotAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (var piece in SnapshotWriter.Write(TakeContent()))
        {
            await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Replaces the whole state with a snapshot.</summary>
    /// <param name="snapshot">A text that <see cref="TakeSnapshot"/> returned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    /// <exception cref="InvalidSnapshotException">The text is not a snapshot, or was damaged. The state is unchanged.</exception>
    public void RestoreSnapshot(string snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (state, signingKey) = SnapshotReader.Read(Encoding.UTF8.GetBytes(snapshot));
        Replace(state, signingKey);
    }

    /// <summary>Replaces the whole state with a snapshot that is read piece by piece.</summary>
    /// <param name="stream">A stream with what <see cref="WriteSnapshotAsync"/> wrote. It is read to its end and not closed.</param>
    /// <param name="cancellationToken">Cancels the reading, and the state is unchanged.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidSnapshotException">The text is not a snapshot, or was damaged. The state is unchanged.</exception>
    public async Task RestoreSnapshotAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (state, signingKey) = await SnapshotReader.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        Replace(state, signingKey);
    }

    /// <summary>A number that is another one after every change of the state.</summary>
    internal (long Changes, SigningKey? Key) StateVersion
    {
        get
        {
            lock (_core.State.Lock)
            {
                return (_core.State.Version, _core.Tokens.KeyInUse);
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

    /// <summary>Tells the control API of a change that no request made. The caller holds the lock.</summary>
    private void NoteChange()
    {
        _core.State.Journal?.Take();
        _exchanges?.Signal();
    }

    private ControlApi? CreateControlApi() => _exchanges is null ? null : new(new(this, _core, _options, _exchanges));

    private SnapshotContent TakeContent()
    {
        lock (_core.State.Lock)
        {
            return SnapshotContent.Take(_core.State, _core.Tokens);
        }
    }

    private void Replace(EmulatorState state, SigningKey? signingKey)
    {
        lock (_core.State.Lock)
        {
            _core.State.ReplaceWith(state);
            if (signingKey is not null)
            {
                _core.Tokens.UseKey(signingKey);
            }

            NoteChange();
        }
    }
}
