using System.ComponentModel;
using System.Diagnostics;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// Runs other programs, each with a limit: one that hangs is ended, with what it has started, and fails its own test alone.
/// </summary>
public static class ExternalProgram
{
    /// <summary>Runs a program to its end, with a text as its standard input if that is redirected.</summary>
    /// <exception cref="TimeoutException">The program did not end within <paramref name="limit"/>, and was ended.</exception>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        ProcessStartInfo start, TimeSpan? limit = null, string input = "")
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (start.RedirectStandardInput)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }

        try
        {
            await process.WaitForExitAsync().WaitAsync(limit ?? SafetyLimit.Value);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} did not end in time. Output: {await output} Errors: {await errors}");
        }

        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Returns whether a command runs here and ends with success.</summary>
    public static bool CanRun(string command, params string[] arguments)
    {
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (process.WaitForExit(SafetyLimit.Value))
            {
                return process.ExitCode == 0;
            }

            process.Kill(entireProcessTree: true);
            return false;
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
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            return $"it was not done within {limit.TotalSeconds} s";
        }

        return process.ExitCode == 0 ? null : $"{errors.Result}{output.Result}".Trim();
    }
}
