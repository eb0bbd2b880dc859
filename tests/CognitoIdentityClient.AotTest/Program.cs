using CognitoIdentity;
using Microsoft.Extensions.DependencyInjection;
using Quickstart;

// The quickstart's story and what it leaves out, in a native program: what the compiler trims away too much fails here. The argument is the
// address of the emulator; the access key comes from the environment.
await using var services = new ServiceCollection()
    .AddCognitoIdentity(options =>
    {
        options.Region = "us-east-1";
        options.Endpoint = new Uri(args[0]);
        options.RetryMode = RetryMode.Adaptive;
    })
    .Services
    .BuildServiceProvider();
var client = services.GetRequiredService<ICognitoIdentityClient>();
if (await Story.RunAsync(client, Roles.Example, CancellationToken.None) is > 0 and var failed)
{
    return failed;
}

var pool = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "native", AllowUnauthenticatedIdentities = true });
var changed = await client.ModifyIdentityPoolAsync(pool.IdentityPoolId, pool => pool with { AllowClassicFlow = true });
await client.SetIdentityPoolRolesAsync(new()
{
    IdentityPoolId = pool.IdentityPoolId,
    Roles = new Dictionary<RoleType, string> { [RoleType.Unauthenticated] = Roles.Example.Guest! },
});
var guest = new CognitoIdentityCredentials(new() { IdentityPoolId = pool.IdentityPoolId }, client);
var session = await guest.GetSessionAsync();
var purged = await client.PurgeIdentitiesAsync(pool.IdentityPoolId, _ => true, new() { DryRun = false });
await client.DeleteIdentityPoolAsync(new() { IdentityPoolId = pool.IdentityPoolId });

try
{
    await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = "" });
}
catch (RequestValidationException exception)
{
    Console.WriteLine($"{changed.AllowClassicFlow} {session.IsGuest} {purged} {exception.Violations.Count}");
    return 0;
}

return 1;
