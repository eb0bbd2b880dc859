using System.Globalization;
using CognitoIdentity.Benchmarks;

// Measures the client against the floor: HttpClient with a ready byte array and a source-generated DeserializeAsync, nothing else. Then
// both published for native AOT, and the emulator against its budgets. The arguments "native" and "emulator" run one of the two alone.
// Every part runs in a process of its own, so that none sees another's allocations, threads or loaded code.
switch (args)
{
    case ["server"]:
        await Server.RunAsync();
        break;
    case ["memory", var endpoint]:
        await Measurements.MemoryAsync(new Uri(endpoint));
        break;
    case ["throughput", var endpoint, var server]:
        await Measurements.ThroughputAsync(new Uri(endpoint), int.Parse(server, CultureInfo.InvariantCulture));
        break;
    case ["start-floor", var endpoint]:
        await Measurements.FirstFloorResponseAsync(new Uri(endpoint));
        break;
    case ["start-client", var endpoint]:
        await Measurements.FirstClientResponseAsync(new Uri(endpoint));
        break;
    case ["emulator-server"]:
        await EmulatorMeasurements.ServeAsync();
        break;
    case ["emulator-calls", var endpoint, var server]:
        await EmulatorMeasurements.CallsAsync(new Uri(endpoint), int.Parse(server, CultureInfo.InvariantCulture));
        break;
    case ["snapshot-memory", var identities]:
        await SnapshotMemory.MeasureAsync(int.Parse(identities, CultureInfo.InvariantCulture));
        break;
    case ["cached"]:
        await CachedCredentials.MeasureAsync();
        break;
    case []:
        await Runner.RunAsync();
        await NativeRunner.RunAsync();
        await EmulatorRunner.RunAsync();
        break;
    case ["native"]:
        await NativeRunner.RunAsync();
        break;
    case ["emulator"]:
        await EmulatorRunner.RunAsync();
        break;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/CognitoIdentityClient.Benchmarks [native|emulator]");
        return 2;
}

return 0;
