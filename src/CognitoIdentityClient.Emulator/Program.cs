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
    Console.Error.WriteLine($"The data file was left as it is, because it cannot be read. {e.Message}");
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

    var emulator = await CognitoIdentityEmulator.StartAsync(commandLine.Options).ConfigureAwait(false);
    await using (emulator.ConfigureAwait(false))
    {
        if (commandLine.DataFile is { } file)
        {
            await StateFile.LoadAsync(emulator, file, CancellationToken.None).ConfigureAwait(false);
        }

        Console.WriteLine(Instructions.For(emulator, commandLine));
        await stop.Task.ConfigureAwait(false);
        if (commandLine.DataFile is { } path)
        {
            await StateFile.SaveAsync(emulator, path).ConfigureAwait(false);
        }
    }

    void Stop(PosixSignalContext context)
    {
        // The process ends by itself once the state is saved.
        context.Cancel = true;
        stop.TrySetResult();
    }
}
