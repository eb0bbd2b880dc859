using CognitoIdentity.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.UserCredentials;

public sealed class DistributedSessionTests
{
    private readonly EphemeralDataProtectionProvider _protection = new();
    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));

    [Fact]
    public async Task Session_is_encrypted_for_its_pool_and_user_alone()
    {
        var store = new DistributedCacheSessionStore(_cache, _protection);
        await store.SetAsync("pool", "user:alice", "secret"u8.ToArray(), DateTimeOffset.UtcNow.AddHours(1));
        var entry = (await _cache.GetAsync("cognito-identity-session:pool:user:alice"))!;

        Assert.Equal("secret"u8.ToArray(), await store.GetAsync("pool", "user:alice"));
        Assert.Equal(-1, entry.AsSpan().IndexOf("secret"u8));

        // As by somebody who can write to the cache.
        await _cache.SetAsync("cognito-identity-session:pool:user:bob", entry);
        Assert.Null(await store.GetAsync("pool", "user:bob"));
    }

    [Fact]
    public async Task Session_of_other_keys_is_missing_and_a_removed_one_too()
    {
        var store = new DistributedCacheSessionStore(_cache, _protection);
        await store.SetAsync("pool", "user:alice", [1], DateTimeOffset.UtcNow.AddHours(1));

        Assert.Null(await new DistributedCacheSessionStore(_cache, new EphemeralDataProtectionProvider()).GetAsync("pool", "user:alice"));
        await store.RemoveAsync("pool", "user:alice");
        Assert.Null(await store.GetAsync("pool", "user:alice"));
    }

    [Fact]
    public async Task Session_is_shared_by_the_servers_of_a_farm()
    {
        await using var pool = await TestPool.StartAsync();
        CognitoIdentityCredentials Server() => pool.Credentials(
            pool.GoogleUser("alice").WithKey("alice"),
            options => options.SessionStore = new DistributedCacheSessionStore(_cache, _protection));

        // The cache has the time of the system, by which the session has not expired.
        pool.Clock.Advance(DateTimeOffset.UtcNow - pool.Clock.GetUtcNow());
        var first = await Server().GetSessionAsync().WithinSafetyLimit();
        var second = await Server().GetSessionAsync().WithinSafetyLimit();

        Assert.Equal(first.Credentials, second.Credentials);
        Assert.Equal(1, pool.CallsOf("GetCredentialsForIdentity"));
    }
}
