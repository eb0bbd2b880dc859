using System.Runtime.InteropServices;
using CognitoIdentity.Emulator;
using CognitoIdentity.Testing;

try
{
    return await CommandLine.InvokeAsync(args, RunAsync).ConfigureAwait(false);
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

static async Task<int> RunAsync(CommandLine commandLine)
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
    return 0;

    void Stop(PosixSignalContext context)
    {
        // The process ends by itself once the state is saved.
        context.Cancel = true;
        stop.TrySetResult();
    }
}
