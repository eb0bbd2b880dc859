using System.Runtime.InteropServices;
using CognitoIdentity.Emulator;
using CognitoIdentity.Testing;
using Microsoft.Extensions.Logging;

try
{
    return await CommandLine.InvokeAsync(args, RunAsync).ConfigureAwait(false);
}
catch (InvalidSnapshotException e)
{
    Console.Error.WriteLine($"The data file cannot be used and was left as it is. {e.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("The emulator was stopped before it was ready.");
    return 1;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidSeedException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static async Task<int> RunAsync(CommandLine commandLine)
{
    var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using var starting = new CancellationTokenSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

    using var loggers = LoggerFactory.Create(builder => builder.AddSimpleConsole(console =>
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss.fff ";
    }));
    var options = commandLine.Options;
    if (commandLine.Log)
    {
        options.LoggerFactory = loggers;
    }

    options.TrustedIssuers = await IssuerSetting.ReadAsync(commandLine.Issuers, starting.Token).ConfigureAwait(false);
    using var file = commandLine.DataFile is { } path ? StateFile.Open(path, TimeProvider.System) : null;
    var emulator = await CognitoIdentityEmulator.StartAsync(options, PrepareAsync, starting.Token).ConfigureAwait(false);
    using var ending = new CancellationTokenSource();
    Task saving;
    await using (emulator.ConfigureAwait(false))
    {
        saving = file?.KeepSavedAsync(emulator, Console.Error, ending.Token) ?? Task.CompletedTask;
        Console.WriteLine(Instructions.For(emulator, commandLine));
        await stop.Task.ConfigureAwait(false);
    }

    await ending.CancelAsync().ConfigureAwait(false);
    await saving.ConfigureAwait(false);
    // Only now that nobody can change it any more.
    return file is null || await file.TrySaveAsync(emulator, Console.Error).ConfigureAwait(false) ? 0 : 1;

    async Task PrepareAsync(CognitoIdentityEmulator prepared, CancellationToken cancellationToken)
    {
        foreach (var fault in commandLine.Faults)
        {
            prepared.Faults.Add(fault);
        }

        if (file is not null && await file.LoadAsync(prepared, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        foreach (var seed in commandLine.SeedFiles)
        {
            prepared.SeedFrom(seed);
        }
    }

    void Stop(PosixSignalContext context)
    {
        // The process ends by itself once the state is saved.
        context.Cancel = true;
        stop.TrySetResult();
        starting.Cancel();
    }
}
