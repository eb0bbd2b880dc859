using CognitoIdentity;
using CognitoIdentity.Testing;

await using var emulator = await CognitoIdentityEmulator.StartAsync();
var poolId = emulator.Seed(new() { Name = "native" });
using var client = emulator.CreateClient();

var guest = await client.GetIdAsync(new() { IdentityPoolId = poolId });
var session = await client.GetCredentialsForIdentityAsync(new() { IdentityId = guest.IdentityId });
Console.Write(session.Credentials.SessionToken.Length > 0 ? "Anonymous" : "No session");

var pool = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "second", AllowUnauthenticatedIdentities = true });
Console.Write(pool.IdentityPoolName == "second" ? ", signed" : ", not created");

try
{
    await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = "us-east-1:00000000-0000-0000-0000-000000000000" });
}
catch (ResourceNotFoundException)
{
    Console.Write(", refused");
}

var snapshot = emulator.TakeSnapshot();
await client.DeleteIdentityPoolAsync(new() { IdentityPoolId = poolId });
emulator.RestoreSnapshot(snapshot);
var restored = await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = poolId });
Console.WriteLine(restored.IdentityPoolName == "native" ? ", restored" : ", lost");
