using System.Diagnostics;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The tool as a process of its own, as a user runs it.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ToolProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public Uri Endpoint { get; private set; } = new("http://unknown/");

    public string FirstOutput { get; private set; } = "";

    /// <summary>Starts the tool and waits until it listens.</summary>
    public static async Task<ToolProcess> StartAsync(params string[] arguments)
    {
        var tool = new ToolProcess(Launch(arguments));
        var line = await tool._process.StandardOutput.ReadLineAsync();
        if (line is null)
        {
            Assert.Fail(await tool._errors);
        }
        while (line is not null && !line.Contains(".NET:", StringComparison.Ordinal))
        {
            tool.FirstOutput += line + "\n";
            line = await tool._process.StandardOutput.ReadLineAsync();
        }
        tool.FirstOutput += await tool._process.StandardOutput.ReadLineAsync();
        tool.Endpoint = new(tool.FirstOutput.Split(' ')[2]);
        return tool;
    }

    /// <summary>Runs the tool to its end: for command lines with which it does not start.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Launch(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    public async Task<int> StopAsync(string signal = "TERM")
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static Process Launch(string[] arguments)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "CognitoIdentityClient.Emulator.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
