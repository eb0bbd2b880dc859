using CognitoIdentity;

using var client = new CognitoIdentityClient(new() { Region = "us-east-1", Endpoint = new(args[0]) });
await client.GetIdAsync(new() { IdentityPoolId = "us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11" });
Console.WriteLine($"processor milliseconds\t{Environment.CpuUsage.TotalTime.TotalMilliseconds}");
