#:package CognitoIdentityClient.Testing@VERSION

using CognitoIdentity.Testing;

await using var emulator = await CognitoIdentityEmulator.StartAsync();
var poolId = emulator.Seed(new() { Name = "file-based" });
using var client = emulator.CreateClient();
var guest = await client.GetIdAsync(new() { IdentityPoolId = poolId });
Console.WriteLine(guest.IdentityId);
