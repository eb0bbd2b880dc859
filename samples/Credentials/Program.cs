using CognitoIdentity;
using CognitoIdentity.Testing;
using CredentialsSamples;

// Runs the samples of docs/guides/credentials.md, one after the other, against an emulator in this process.
await using var emulator = await CognitoIdentityEmulator.StartAsync();
using var client = emulator.CreateClient();
var poolId = await SamplePool.CreateAsync(client);

Show("The start", await StartSample.RunAsync(client, poolId));
Show("A guest who is the same after a restart", await GuestSample.RunAsync(client, poolId));
Show("A guest who signs in and keeps the identity", await SignInSample.RunAsync(client, poolId));
Show("A user of a user pool", await UserPoolSample.RunAsync(client, poolId));
Show("A user of Google", await GoogleSample.RunAsync(client, poolId));
Show("A user whom a backend signed in", await DeveloperSample.RunAsync(client, client, poolId));
foreach (var session in await ServerSample.RunAsync(emulator, poolId))
{
    Show("A user of a server", session);
}

static void Show(string who, CognitoIdentitySession session) =>
    Console.WriteLine($"{who}: {session.IdentityId}, {(session.IsGuest ? "guest" : "signed in")}, until {session.Expiration:t}");
