using System.Diagnostics;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests.Support;

/// <summary>Runs the .NET command line, and what it built.</summary>
internal static class DotNet
{
    /// <summary>
    /// The limit of a build or a program, after which it is ended. It only keeps a test from hanging: the slowest, a native build, takes
    /// about half a minute on a quiet machine.
    /// </summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Runs <c>dotnet</c> in a folder; the test fails with all that it printed unless it succeeds.</summary>
    /// <returns>The program's output.</returns>
    public static Task<string> RunAsync(string folder, params string[] arguments) => RunProgramAsync(folder, "dotnet", arguments);

    /// <summary>Runs a program in a folder; the test fails with all that it printed unless it succeeds.</summary>
    /// <returns>The program's output.</returns>
    public static Task<string> RunProgramAsync(string folder, string program, params string[] arguments) =>
        RunAsync(Start(folder, program, arguments));

    /// <summary>Runs a program as described; the test fails with all that it printed unless it succeeds.</summary>
    /// <returns>The program's output.</returns>
    public static async Task<string> RunAsync(ProcessStartInfo start)
    {
        var (exitCode, output, errors) = await ExternalProgram.RunAsync(start, Limit);
        Assert.True(exitCode == 0, $"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {exitCode}.\n{output}\n{errors}");
        return output;
    }

    /// <summary>Describes the start of a program whose results do not depend on the machine's settings.</summary>
    public static ProcessStartInfo Start(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        // A build that leaves processes behind would keep the workspace in use.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // A compiler that a build starts keeps the output of the build open. The gate starts one beforehand.
        start.Environment.TryAdd("UseSharedCompilation", "false");
        // The gate has built its own projects before dotnet test, and not those of the tests.
        start.Environment.Remove("VSTestNoBuild");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // Programs of fresh projects ask for ICU, which is not on every machine.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        // Installed tools look for the runtime; the test's own process runs on it.
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host)
        {
            start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(host);
        }

        return start;
    }
}
