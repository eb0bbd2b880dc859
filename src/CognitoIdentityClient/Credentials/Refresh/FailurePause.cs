namespace CognitoIdentity;

/// <summary>The pause after failed refreshes: while the service is away, a busy server must not try again at every use.</summary>
/// <remarks>Not thread-safe: only the one refresh that runs writes it. Readers see one pause or the next.</remarks>
internal sealed class FailurePause(CredentialsSettings settings)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private volatile Pause? _pause;

    /// <summary>Whether the latest refresh failed.</summary>
    public bool HasFailed => _pause is not null;

    /// <summary>Whether no refresh is to be started now.</summary>
    public bool IsOn => Current is not null;

    /// <summary>The failure, for callers that come during the pause; null when it is over.</summary>
    public Task<CachedSession>? Failure => Current?.Failure;

    private Pause? Current => _pause is { } pause && settings.TimeProvider.GetElapsedTime(pause.Start) < pause.Length ? pause : null;

    /// <summary>Starts a pause.</summary>
    /// <param name="exception">The error of the refresh.</param>
    /// <param name="isServing">
    /// Whether valid credentials are cached, so that nobody waits for the end of the pause. Otherwise it begins with at most a second.
    /// </param>
    public void Begin(Exception exception, bool isServing)
    {
        var failures = (_pause?.Failures ?? 0) + 1;
        var length = isServing || failures > 4 ? Longest : First * (1 << (failures - 1));
        var jittered = length * (0.5 + (settings.Jitter() / 2));
        var failure = Task.FromException<CachedSession>(exception).Observed();
        _pause = new(settings.TimeProvider.GetTimestamp(), jittered, failure, failures);
    }

    public void End() => _pause = null;

    private sealed record Pause(long Start, TimeSpan Length, Task<CachedSession> Failure, int Failures);
}
