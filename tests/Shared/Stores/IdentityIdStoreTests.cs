namespace CognitoIdentity.Tests.Support;

/// <summary>
/// The promises of <see cref="IIdentityIdStore"/>, which every store keeps. A class derived from this one creates the store, and has the
/// tests of what this store alone does.
/// </summary>
public abstract class IdentityIdStoreTests
{
    private const string PoolId = "us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11";
    private const string OtherPoolId = "us-east-1:277a950c-2c08-43f0-9983-28727e9a3b11";
    private const string IdentityId = "us-east-1:0a1b2c3d-0000-4000-8000-000000000001";
    private const string OtherId = "us-east-1:0a1b2c3d-0000-4000-8000-000000000002";

    /// <summary>Creates a store, which is empty for the first call of a test.</summary>
    protected abstract IIdentityIdStore CreateStore();

    [Fact]
    public async Task Store_returns_null_where_nothing_is_stored() => Assert.Null(await CreateStore().GetAsync(PoolId, "guest"));

    [Fact]
    public async Task Store_returns_an_identity_for_its_pool_and_its_user_alone()
    {
        var store = CreateStore();

        await store.SetAsync(PoolId, "user:alice", IdentityId);

        Assert.Equal(IdentityId, await store.GetAsync(PoolId, "user:alice"));
        Assert.Null(await store.GetAsync(PoolId, "user:bob"));
        Assert.Null(await store.GetAsync(PoolId, "guest:alice"));
        Assert.Null(await store.GetAsync(PoolId, "USER:ALICE"));
        Assert.Null(await store.GetAsync(OtherPoolId, "user:alice"));
    }

    // Keys are an application's own: they may have any characters, and be long.
    [Fact]
    public async Task Store_keeps_users_apart_whatever_their_keys_are()
    {
        var store = CreateStore();
        string[] keys =
            ["guest", "user:", "user: ", "user:a/b", "user:a\\b", "user:../../etc/passwd", "user:a:b", "user:a\nb", "user:ä", "user:日本",
            "user:\U0001F600", "user:%2F", "user:*?", $"user:{new string('k', 2_000)}", $"user:{new string('k', 2_001)}"];

        for (var index = 0; index < keys.Length; index++)
        {
            await store.SetAsync(PoolId, keys[index], $"us-east-1:{index}");
        }

        for (var index = 0; index < keys.Length; index++)
        {
            Assert.Equal($"us-east-1:{index}", await store.GetAsync(PoolId, keys[index]));
        }
    }

    [Fact]
    public async Task Store_replaces_an_identity_that_is_set_again()
    {
        var store = CreateStore();
        await store.SetAsync(PoolId, "guest", IdentityId);

        await store.SetAsync(PoolId, "guest", OtherId);

        Assert.Equal(OtherId, await store.GetAsync(PoolId, "guest"));
    }

    [Fact]
    public async Task Store_forgets_an_identity_that_is_removed_and_no_other()
    {
        var store = CreateStore();
        await store.SetAsync(PoolId, "guest", IdentityId);
        await store.SetAsync(PoolId, "user:alice", OtherId);

        await store.RemoveAsync(PoolId, "guest");
        await store.RemoveAsync(PoolId, "guest");

        Assert.Null(await store.GetAsync(PoolId, "guest"));
        Assert.Equal(OtherId, await store.GetAsync(PoolId, "user:alice"));
    }

    [Fact]
    public async Task Store_has_the_old_identity_or_the_new_one_when_storing_is_canceled()
    {
        var store = CreateStore();
        await store.SetAsync(PoolId, "guest", IdentityId);

        try
        {
            await store.SetAsync(PoolId, "guest", OtherId, new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            // A store may also finish what takes no time.
        }

        Assert.Contains(await store.GetAsync(PoolId, "guest"), (string?[])[IdentityId, OtherId]);
    }

    [Fact]
    public async Task Store_returns_whole_identities_while_many_threads_use_it()
    {
        var store = CreateStore();
        await store.SetAsync(PoolId, "guest", IdentityId);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
        {
            for (var round = 0; round < 25; round++)
            {
                await store.SetAsync(PoolId, "guest", (thread + round) % 2 == 0 ? IdentityId : OtherId);
                await store.SetAsync(PoolId, $"user:{thread}", $"us-east-1:{round}");
                Assert.Contains(await store.GetAsync(PoolId, "guest"), (string?[])[IdentityId, OtherId]);
                Assert.Equal($"us-east-1:{round}", await store.GetAsync(PoolId, $"user:{thread}"));
            }
        })));
    }
}
