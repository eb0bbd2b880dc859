using System.Diagnostics;
using System.Threading.Channels;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// Another program that runs beside a test until the test ends it, with what it has started. All that it prints is read at once, so that
/// it never waits for the test, and no wait for it is without a limit.
/// </summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _output = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _errors = Channel.CreateUnbounded<string>();

    private RunningProgram(Process process)
    {
        _process = process;
        _ = ReadAsync(process.StandardOutput, _output.Writer);
        _ = ReadAsync(process.StandardError, _errors.Writer);
    }

    /// <summary>The id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a program.</summary>
    public static RunningProgram Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return new(Process.Start(start)!);
    }

    /// <summary>Waits for the next line of the output.</summary>
    /// <returns>The line, or null if the output has ended.</returns>
    public Task<string?> ReadLineAsync() => NextAsync(_output);

    /// <summary>Waits for the next line of what the program says is wrong.</summary>
    /// <returns>The line, or null if there will be no more.</returns>
    public Task<string?> ReadErrorAsync() => NextAsync(_errors);

    /// <summary>Waits for the end of the output.</summary>
    /// <returns>The lines that have not been read yet.</returns>
    public Task<string> RestOfOutputAsync() => RestAsync(_output);

    /// <summary>Waits for the end of what the program says is wrong.</summary>
    /// <returns>The lines that have not been read yet.</returns>
    public Task<string> RestOfErrorsAsync() => RestAsync(_errors);

    /// <summary>Sends a signal, such as TERM, by the program <c>kill</c>, which Windows does not have, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(string signal)
    {
        await ExternalProgram.RunAsync(new("kill", ["-s", signal, $"{Id}"]));
        await _process.WaitForExitAsync().WithinSafetyLimit();
        return _process.ExitCode;
    }

    /// <summary>Ends the program, with what it has started, unless it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync().WithinSafetyLimit();
        }

        _process.Dispose();
    }

    private static async Task ReadAsync(StreamReader reader, ChannelWriter<string> lines)
    {
        Exception? failure = null;
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                lines.TryWrite(line);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            failure = exception;
        }

        lines.Complete(failure);
    }

    private static async Task<string?> NextAsync(Channel<string> lines) =>
        await lines.Reader.WaitToReadAsync().AsTask().WithinSafetyLimit() ? await lines.Reader.ReadAsync() : null;

    private static async Task<string> RestAsync(Channel<string> lines)
    {
        var rest = new List<string>();
        while (await NextAsync(lines) is { } line)
        {
            rest.Add(line);
        }

        return string.Join('\n', rest);
    }
}
