using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>The real client over a script, without waits and timeouts, and the times that its signed requests were signed with.</summary>
internal sealed class SkewHarness : IDisposable
{
    private readonly VirtualTime _clock;
    private readonly List<(DateTimeOffset Signed, TimeSpan Skew)> _signed = [];

    public SkewHarness(
        VirtualTime clock,
        IEnumerable<Step> script,
        int? maxAttempts = null,
        Action<CognitoIdentityClientOptions>? configure = null)
    {
        _clock = clock;
        Handler = new([.. script.Select(Watched)]);
        Client = new(
            TestClient.Options(options =>
            {
                options.TimeProvider = clock;
                options.MaxAttempts = maxAttempts;
                options.AttemptTimeout = options.TotalTimeout = Timeout.InfiniteTimeSpan;
                configure?.Invoke(options);
            }),
            Handler,
            ownsHandler: false,
            jitter: () => 0);
    }

    public ScriptedHandler Handler { get; }

    public CognitoIdentityClient Client { get; }

    public IReadOnlyList<DateTimeOffset> Signed => [.. _signed.Select(one => one.Signed)];

    /// <summary>The seconds by which the latest signature was ahead of the local clock; 0 before the first.</summary>
    public double LastSkew => _signed.Count == 0 ? 0 : _signed[^1].Skew.TotalSeconds;

    /// <summary>Returns the time that an <c>X-Amz-Date</c> says.</summary>
    public static DateTimeOffset Parse(string date) => DateTimeOffset.ParseExact(
        date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A signed call; its error, if it fails with one of the service's.</summary>
    public async Task<CognitoIdentityException?> CallAsync()
    {
        try
        {
            await Client.ListIdentityPoolsAsync(TestClient.ListRequest);
            return null;
        }
        catch (CognitoIdentityException error)
        {
            return error;
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        Handler.Dispose();
    }

    private Step Watched(Step step) => (request, token) =>
    {
        if (request["X-Amz-Date"] is { } date)
        {
            var signed = Parse(date);
            _signed.Add((signed, signed - _clock.GetUtcNow()));
        }

        return step(request, token);
    };
}
