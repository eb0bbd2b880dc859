namespace Scripts;

/// <summary>
/// A line on the terminal that is overwritten with every report. Nothing is written if standard error is redirected to a file.
/// </summary>
public sealed class ProgressLine<T>(Func<T, string> text) : IProgress<T>
{
    private readonly object _gate = new();

    /// <inheritdoc/>
    public void Report(T value)
    {
        if (!Console.IsErrorRedirected)
        {
            lock (_gate)
            {
                Console.Error.Write($"\r{text(value)} ");
            }
        }
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.WriteLine();
        }
    }
}
