using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoIdentity.Tests.UserCredentials;

public sealed class DistributedCacheTests
{
    [Fact]
    public async Task Guests_and_users_are_the_same_on_all_servers_of_the_farm()
    {
        await using var pool = await TestPool.StartAsync();
        var cache = new ServiceCollection().AddDistributedMemoryCache().BuildServiceProvider().GetRequiredService<IDistributedCache>();

        var ids = new List<string>();
        for (var server = 0; server < 3; server++)
        {
            using var provider = Server(pool, cache);
            var factory = provider.GetRequiredService<ICognitoIdentityCredentialsFactory>();
            ids.Add((await factory.ForUser("device", CognitoIdentityUser.Guest).GetSessionAsync()).IdentityId);
            ids.Add((await factory.ForUser("alice", pool.GoogleUser("alice")).GetSessionAsync()).IdentityId);
        }

        Assert.Equal(2, ids.Distinct().Count());
        Assert.Equal(2, pool.CallsOf("GetId"));
        Assert.Equal(ids[0], await cache.GetStringAsync($"cognito-identity:{pool.PoolId}:guest:device"));
    }

    [Fact]
    public async Task Identity_that_is_removed_is_gone()
    {
        var cache = new ServiceCollection().AddDistributedMemoryCache().BuildServiceProvider().GetRequiredService<IDistributedCache>();
        var store = new DistributedCacheIdentityIdStore(cache);
        await store.SetAsync("pool", "guest", "id");
        Assert.Equal("id", await store.GetAsync("pool", "guest"));

        await store.RemoveAsync("pool", "guest");

        Assert.Null(await store.GetAsync("pool", "guest"));
    }

    private static ServiceProvider Server(TestPool pool, IDistributedCache cache)
    {
        var services = new ServiceCollection();
        services.AddSingleton(cache);
        services.AddDistributedCacheIdentityIdStore();
        services.AddSingleton<ICognitoIdentityClient>(pool.Client);
        services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = pool.PoolId);
        return services.BuildServiceProvider();
    }
}
