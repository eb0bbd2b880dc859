using CognitoIdentity;
using CognitoIdentity.Testing;
using Microsoft.Extensions.DependencyInjection;
using Quickstart;

// The quickstart's story and what it leaves out: what the compiler trims away too much fails here.
await using var emulator = await CognitoIdentityEmulator.StartAsync();
await using var services = new ServiceCollection()
    .AddCognitoIdentity(options => options.RetryMode = RetryMode.Adaptive)
    .Services
    .UseCognitoIdentityEmulator(emulator)
    .BuildServiceProvider();
var client = services.GetRequiredService<ICognitoIdentityClient>();
if (await Story.RunAsync(client, Roles.Example, CancellationToken.None) is > 0 and var failed)
{
    return failed;
}

var poolId = emulator.Seed(new() { Name = "native" });
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

try
{
    await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = "" });
}
catch (RequestValidationException exception)
{
    Console.Write($", {exception.Violations.Count} violation");
}

var changed = await client.ModifyIdentityPoolAsync(poolId, pool => pool with { AllowClassicFlow = true });
var guests = new CognitoIdentityCredentials(new() { IdentityPoolId = poolId }, client);
var own = await guests.GetSessionAsync();
var purged = await client.PurgeIdentitiesAsync(poolId, _ => true, new() { DryRun = false });
Console.Write(changed.AllowClassicFlow is true && own.IsGuest && purged.Deleted == 2 ? ", purged" : $", {purged}");

var snapshot = emulator.TakeSnapshot();
await client.DeleteIdentityPoolAsync(new() { IdentityPoolId = poolId });
emulator.RestoreSnapshot(snapshot);
var restored = await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = poolId });
Console.WriteLine(restored.IdentityPoolName == "native" ? ", restored" : ", lost");
return 0;
