using System.Diagnostics;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>Programs that tests of the page need and that a machine may lack.</summary>
internal static class ExternalProgram
{
    /// <summary>Finds a program on the PATH.</summary>
    /// <returns>Its path, or null.</returns>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end, or stops it after the limit.</summary>
    /// <returns>Null, or what went wrong.</returns>
    public static string? Run(string program, string folder, TimeSpan limit, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
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
