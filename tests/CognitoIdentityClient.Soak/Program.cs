using System.Globalization;
using CognitoIdentity.Soak;

// Calls every operation from many callers at once while a fifth of the requests goes wrong, and checks that the client keeps its promises.
// The process ends with 1 if a promise was broken.
if (args is not ([] or [_] or [_, _]))
{
    Console.Error.WriteLine("usage: dotnet run -c Release -f net10.0 --project tests/CognitoIdentityClient.Soak [seed] [seconds]");
    return 2;
}

var seed = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Random.Shared.Next();
var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 300;
Console.WriteLine($"seed {seed}, {seconds} seconds");
var report = await SoakRun.RunAsync(new() { Seed = seed, Duration = TimeSpan.FromSeconds(seconds), HasTimeouts = true });
Console.WriteLine(report);
return report.Violations.Count == 0 ? 0 : 1;
