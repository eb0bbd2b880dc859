using System.Runtime.InteropServices;
using CognitoIdentity.Emulator;
using CognitoIdentity.Testing;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}
try
{
    await RunAsync(CommandLine.Parse(args)).ConfigureAwait(false);
    return 0;
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine("Try --help.");
    return 2;
}
catch (InvalidSnapshotException e)
{
    Console.Error.WriteLine($"The data file cannot be used and was left as it is. {e.Message}");
    return 1;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static async Task RunAsync(CommandLine commandLine)
{
    var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

    if (commandLine.DataFile is { } file)
    {
        commandLine.Options.Snapshot = await StateFile.ReadAsync(file).ConfigureAwait(false);
    }
    var emulator = await CognitoIdentityEmulator.StartAsync(commandLine.Options).ConfigureAwait(false);
    await using (emulator.ConfigureAwait(false))
    {
        Console.WriteLine(Instructions.For(emulator, commandLine));
        await stop.Task.ConfigureAwait(false);
    }
    // Only now that nobody can change it any more.
    if (commandLine.DataFile is { } path)
    {
        await StateFile.SaveAsync(emulator, path).ConfigureAwait(false);
    }

    void Stop(PosixSignalContext context)
    {
        // The process ends by itself once the state is saved.
        context.Cancel = true;
        stop.TrySetResult();
    }
}
