namespace CognitoIdentity;

/// <summary>
/// Repeats work on a file that another process may just be reading or replacing: Windows then refuses access for a moment. Unix never does.
/// </summary>
internal static class ReplacementRace
{
    private const int Attempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static Task RetryAsync(Func<Task> work, CancellationToken cancellationToken) =>
        RetryAsync(work, OperatingSystem.IsWindows(), TimeProvider.System, cancellationToken);

    internal static async Task RetryAsync(Func<Task> work, bool mayCollide, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work().ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (mayCollide && attempt < Attempts && IsCollision(exception))
            {
                await Task.Delay(Pause * attempt, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // ERROR_ACCESS_DENIED comes as UnauthorizedAccessException, ERROR_SHARING_VIOLATION as IOException.
    private static bool IsCollision(Exception exception) =>
        exception is UnauthorizedAccessException
            || (exception is IOException and not FileNotFoundException and not DirectoryNotFoundException);
}
