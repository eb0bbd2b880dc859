using CognitoIdentity.Benchmarks;

using var floor = new Floor(new(args[0]));
await floor.GetIdAsync();
Console.WriteLine($"processor milliseconds\t{Environment.CpuUsage.TotalTime.TotalMilliseconds}");
