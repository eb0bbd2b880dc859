using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// Runs other programs, each with a limit: one that hangs is ended, with what it has started, and fails its own test alone.
/// <see cref="RunningProgram"/> is for a program that runs beside a test.
/// </summary>
public static class ExternalProgram
{
    /// <summary>Runs a program to its end, with a text as its standard input if that is redirected.</summary>
    /// <exception cref="TimeoutException">
    /// The program did not end within <paramref name="limit"/>, or something that it started kept its output open; both were ended.
    /// </exception>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        ProcessStartInfo start, TimeSpan? limit = null, string input = "")
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        try
        {
            // One limit for everything: a program may also hang before it reads its input, or leave another one that keeps its output open.
            await Task.WhenAll(
                start.RedirectStandardInput ? WriteAsync(process.StandardInput, input) : Task.CompletedTask,
                ReadAsync(process.StandardOutput, output),
                ReadAsync(process.StandardError, errors),
                process.WaitForExitAsync()).WaitAsync(limit ?? SafetyLimit.Value);
            return (process.ExitCode, output.ToString(), errors.ToString());
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{start.FileName} did not end in time. Output: {Text(output)} Errors: {Text(errors)}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Returns whether a command runs here and ends with success.</summary>
    public static bool CanRun(string command, params string[] arguments)
    {
        try
        {
            return Run(command, Path.GetTempPath(), SafetyLimit.Value, arguments) is null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Finds a program on the PATH.</summary>
    /// <returns>Its path, or null.</returns>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>
    /// Runs a program to its end, or ends it after the limit, where nothing can be awaited: in the constructor of an attribute.
    /// </summary>
    /// <returns>Null, or what went wrong.</returns>
    public static string? Run(string program, string folder, TimeSpan limit, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        try
        {
            var (exitCode, output, errors) = Task.Run(() => RunAsync(start, limit)).GetAwaiter().GetResult();
            return exitCode == 0 ? null : $"{errors}{output}".Trim();
        }
        catch (TimeoutException)
        {
            return $"it was not done within {limit.TotalSeconds} s";
        }
    }

    private static async Task WriteAsync(StreamWriter writer, string text)
    {
        try
        {
            await writer.WriteAsync(text);
            writer.Close();
        }
        catch (IOException)
        {
            // The program has ended without reading all of it, and its exit code says why.
        }
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            lock (text)
            {
                text.Append(buffer, 0, read);
            }
        }
    }

    // A program that is over its limit may still be printing.
    private static string Text(StringBuilder printed)
    {
        lock (printed)
        {
            return printed.ToString();
        }
    }
}
