using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;
using CredentialsSamples;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The stores in a distributed cache against a real Redis.</summary>
public sealed class RedisTests
{
    [ProgramFact("redis-server", "redis-server", "--version")]
    public async Task Two_processes_share_identities_and_sessions()
    {
        await using var redis = await RedisServer.CreateAsync();
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var poolId = await SamplePool.CreateAsync(client);
        var keys = Directory.CreateTempSubdirectory();
        try
        {
            var first = await RunServerAsync(redis, emulator, poolId, keys.FullName);
            var second = await RunServerAsync(redis, emulator, poolId, keys.FullName);

            Assert.Equal(2, first.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().Count());
            Assert.Equal(first, second);
            Assert.Equal(2, emulator.Requests.For("GetId").Count);
            Assert.Equal(2, emulator.Requests.For("GetCredentialsForIdentity").Count);
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }

    [ProgramFact("redis-server", "redis-server", "--version")]
    public async Task Redis_that_is_stopped_costs_signed_in_users_nothing_but_time_and_the_guest_is_there_when_it_is_started_again()
    {
        await using var redis = await RedisServer.CreateAsync();
        await using var pool = await TestPool.StartAsync();
        using var cache = new RedisCache(new RedisCacheOptions { ConfigurationOptions = redis.Options });
        var store = new DistributedCacheIdentityIdStore(cache);
        CognitoIdentityCredentials Restart(CognitoIdentityUser? user = null) =>
            pool.Credentials(user, options => options.IdentityIdStore = store);
        var guest = await Restart().GetIdentityIdAsync();

        await redis.StopAsync();
        Assert.False((await Restart(pool.GoogleUser("alice").WithKey("alice")).GetSessionAsync().WithinSafetyLimit()).IsGuest);
        await Assert.ThrowsAnyAsync<Exception>(() => Restart().GetIdentityIdAsync().WithinSafetyLimit());

        await redis.StartAsync();
        await ReconnectAsync(cache);
        Assert.Equal(guest, await Restart().GetIdentityIdAsync().WithinSafetyLimit());
        Assert.Equal(2, pool.CallsOf("GetId"));
    }

    [ProgramFact("redis-server", "redis-server", "--version")]
    public async Task Entries_of_identities_end_as_the_options_say_and_those_of_sessions_with_the_credentials()
    {
        await using var redis = await RedisServer.CreateAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Options);
        var services = new ServiceCollection();
        services.AddStackExchangeRedisCache(options => options.ConfigurationOptions = redis.Options);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddDistributedCacheIdentityIdStore(
            new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromDays(30) });
        services.AddDistributedCacheSessionStore();
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IIdentityIdStore>().SetAsync("pool", "guest", "id");
        var sessions = provider.GetRequiredService<ISessionStore>();
        await sessions.SetAsync("pool", "user:alice", [1, 2, 3], DateTimeOffset.UtcNow.AddMinutes(50));

        var database = connection.GetDatabase();
        Assert.InRange(
            (await database.KeyTimeToLiveAsync("cognito-identity:pool:guest"))!.Value, TimeSpan.FromDays(29), TimeSpan.FromDays(30));
        Assert.InRange(
            (await database.KeyTimeToLiveAsync("cognito-identity-session:pool:user:alice"))!.Value,
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(50));
        Assert.Equal([1, 2, 3], await sessions.GetAsync("pool", "user:alice"));
    }

    // The client of Redis connects again by itself, after a while.
    private static Task ReconnectAsync(RedisCache cache) => SafetyLimit.UntilAsync(async () =>
    {
        try
        {
            await cache.GetAsync("anything");
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return false;
        }
    });

    private static async Task<string> RunServerAsync(RedisServer redis, CognitoIdentityEmulator emulator, string poolId, string keys)
    {
        var app = Path.Combine(
            AppContext.BaseDirectory.Replace("CognitoIdentityClient.Tests", "CognitoIdentityClient.FarmApp", StringComparison.Ordinal),
            "CognitoIdentityClient.FarmApp.dll");
        var (exitCode, output, errors) =
            await ExternalProgram.RunAsync(new("dotnet", [app, redis.Socket, emulator.Endpoint.ToString(), poolId, keys]));
        Assert.True(exitCode == 0, errors);
        return output;
    }
}
