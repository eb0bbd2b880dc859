using System.Diagnostics;
using Amazon.Runtime;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The tool as a process of its own, as a user runs it.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private static readonly Lazy<bool> CanRestoreSignals = new(() => ExternalProgram.CanRun("env", "--default-signal=HUP", "true"));

    private readonly RunningProgram _program;

    private ToolProcess(RunningProgram program) => _program = program;

    public Uri Endpoint { get; private set; } = new("http://unknown/");

    public string FirstOutput { get; private set; } = "";

    public int Id => _program.Id;

    /// <summary>Starts the tool and waits until it listens.</summary>
    public static Task<ToolProcess> StartAsync(params string[] arguments) => StartUnderAsync([], arguments);

    /// <summary>Starts the tool through another program, which becomes the tool's process, and waits until it listens.</summary>
    /// <param name="program">The program with its arguments; what runs the tool is added to them.</param>
    /// <param name="arguments">The arguments of the tool.</param>
    public static async Task<ToolProcess> StartUnderAsync(string[] program, params string[] arguments)
    {
        var tool = Launch(program, arguments);
        try
        {
            await tool.ReadInstructionsAsync();
        }
        catch
        {
            await tool.DisposeAsync();
            throw;
        }

        return tool;
    }

    /// <summary>Starts the tool and does not wait: for what happens before it listens.</summary>
    public static ToolProcess Launch(params string[] arguments) => Launch([], arguments);

    /// <summary>Runs the tool to its end: for command lines with which it does not start.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ExternalProgram.RunAsync(Command([], arguments));

    /// <summary>Creates a client of the tool, with the emulator's example key unless the test has another.</summary>
    public CognitoIdentityClient CreateClient(
        string region = "us-east-1", AWSCredentials? credentials = null, Action<CognitoIdentityClientOptions>? configure = null)
    {
        var options = new CognitoIdentityClientOptions
        {
            Region = region,
            Endpoint = Endpoint,
            Credentials = credentials
                ?? new BasicAWSCredentials(EmulatorAccessKey.Example.AccessKeyId, EmulatorAccessKey.Example.SecretAccessKey),
        };
        configure?.Invoke(options);
        return new(options);
    }

    /// <summary>The next line of what it says is wrong.</summary>
    public Task<string?> ReadErrorAsync() => _program.ReadErrorAsync();

    /// <summary>Everything that it printed since the start, up to its end.</summary>
    public Task<string> RestOfOutputAsync() => _program.RestOfOutputAsync();

    /// <summary>Sends a signal and waits for the end.</summary>
    public Task<int> StopAsync(string signal = "TERM") => _program.StopAsync(signal);

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static ToolProcess Launch(string[] program, string[] arguments) => new(RunningProgram.Start(Command(program, arguments)));

    private async Task ReadInstructionsAsync()
    {
        var line = await _program.ReadLineAsync();
        if (line is null)
        {
            Assert.Fail(await _program.RestOfErrorsAsync());
        }

        while (line is not null && !line.Contains(".NET:", StringComparison.Ordinal))
        {
            FirstOutput += line + "\n";
            line = await _program.ReadLineAsync();
        }

        FirstOutput += await _program.ReadLineAsync();
        Endpoint = new(FirstOutput.Split(' ')[2]);
    }

    // A program inherits the signals that its parents ignore (nohup ignores HUP, a job in the background INT), and then never sees them:
    // how the tests are started must not decide whether the tool stops.
    private static ProcessStartInfo Command(string[] program, string[] arguments)
    {
        string[] tool = [.. program, "dotnet", Path.Combine(AppContext.BaseDirectory, "CognitoIdentityClient.Emulator.dll"), .. arguments];
        return CanRestoreSignals.Value
            ? new("env", ["--default-signal=HUP,INT,TERM", .. tool])
            : new(tool[0], tool[1..]);
    }
}
