using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>
/// The real client over a script, in virtual time, with what a test of retries has to see: when each request came, and what was left of the
/// quota by then. The random number of the waits is 1 unless the test says otherwise.
/// </summary>
internal sealed class RetryHarness : IDisposable
{
    private readonly List<(DateTimeOffset Time, int Tokens)> _arrivals = [];

    public RetryHarness(
        IEnumerable<Step> script,
        Action<CognitoIdentityClientOptions>? configure = null,
        int tokens = RetryQuota.Capacity,
        double jitter = 1)
    {
        Quota = new(tokens);
        Handler = new([.. script.Select(Watched)]);
        Client = new(
            TestClient.Options(options =>
            {
                options.TimeProvider = Clock;
                configure?.Invoke(options);
            }),
            Handler,
            ownsHandler: false,
            Quota,
            () => jitter);
    }

    // Retry-After adds five seconds to a wait, and stays under the ten of a timeout.
    public VirtualTime Clock { get; } = new() { LongestWait = TimeSpan.FromSeconds(9) };

    public RetryQuota Quota { get; }

    public ScriptedHandler Handler { get; }

    public CognitoIdentityClient Client { get; }

    /// <summary>When each request came to the handler, and how many tokens the quota had then.</summary>
    public IReadOnlyList<(DateTimeOffset Time, int Tokens)> Arrivals => _arrivals;

    /// <summary>The seconds between requests, which are the waits where the handler takes no time.</summary>
    public IReadOnlyList<double> Waits => [.. _arrivals.Zip(_arrivals.Skip(1), (one, next) => (next.Time - one.Time).TotalSeconds)];

    public Task<GetIdResponse> GetIdAsync(CancellationToken cancellationToken = default) =>
        Client.GetIdAsync(TestClient.GetIdRequest, cancellationToken);

    public Task<CognitoIdentityException> GetIdErrorAsync() => TestClient.FailureAsync<CognitoIdentityException>(GetIdAsync());

    public void Dispose()
    {
        Client.Dispose();
        Handler.Dispose();
    }

    private Step Watched(Step step) => (request, token) =>
    {
        lock (_arrivals)
        {
            _arrivals.Add((Clock.GetUtcNow(), Quota.Tokens));
        }

        return step(request, token);
    };
}
