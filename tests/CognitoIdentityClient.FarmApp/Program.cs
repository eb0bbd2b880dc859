using System.Net.Sockets;
using CognitoIdentity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

// A server of a farm: prints the identities and the access key ids of a guest and of a user, one a line.
// Arguments: the socket of Redis, the endpoint of the service, the pool's id, the folder of the shared keys.
if (args is not [var socket, var endpoint, var poolId, var keys])
{
    Console.Error.WriteLine("Arguments: SOCKET ENDPOINT POOL KEYS");
    return 1;
}

var services = new ServiceCollection();
services.AddDataProtection().SetApplicationName("farm").PersistKeysToFileSystem(new(keys));
services.AddStackExchangeRedisCache(options =>
{
    options.ConfigurationOptions = new() { EndPoints = { new UnixDomainSocketEndPoint(socket) } };
});
services.AddDistributedCacheIdentityIdStore();
services.AddDistributedCacheSessionStore();
services.AddCognitoIdentity(options =>
{
    options.Endpoint = new Uri(endpoint);

    // The test counts requests, and an attempt that a busy machine makes slow must not be repeated.
    options.AttemptTimeout = options.TotalTimeout = Timeout.InfiniteTimeSpan;
});
services.AddCognitoIdentityCredentials(options =>
{
    options.IdentityPoolId = poolId;

    // The first call connects to Redis, and creates the keys of Data Protection: half a second on a quiet machine, and more than the
    // default of two on one that builds at the same time. All others take milliseconds.
    options.StoreTimeout = TimeSpan.FromMinutes(1);
});
await using var provider = services.BuildServiceProvider();

var factory = provider.GetRequiredService<ICognitoIdentityCredentialsFactory>();
CognitoIdentityCredentials[] users =
[
    factory.ForUser("device", CognitoIdentityUser.Guest),
    factory.ForUser("alice", new Dictionary<string, string> { ["accounts.google.com"] = "a token of alice" }),
];
foreach (var user in users)
{
    var session = await user.GetSessionAsync();
    Console.WriteLine($"{session.IdentityId} {session.Credentials.AccessKeyId}");
}

return 0;
