using CognitoIdentity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

// Two servers of a farm share a cache and the keys that protect it.
var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
var keys = new EphemeralDataProtectionProvider();
var first = await CallAsync();
var second = await CallAsync();

Console.WriteLine($"Identity {first.IdentityId}");
return first.IdentityId == second.IdentityId && first.Expiration == second.Expiration ? 0 : 1;

async Task<CognitoIdentitySession> CallAsync()
{
    var services = new ServiceCollection();
    services.AddSingleton<IDistributedCache>(cache);
    services.AddSingleton<IDataProtectionProvider>(keys);
    services.AddDistributedCacheIdentityIdStore();
    services.AddDistributedCacheSessionStore();
    services.AddCognitoIdentity(options =>
    {
        options.Region = "us-east-1";
        options.Endpoint = new Uri(args[0]);
    });
    services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = args[1]);
    await using var server = services.BuildServiceProvider();
    return await server.GetRequiredService<CognitoIdentityCredentials>().GetSessionAsync();
}
