namespace CognitoIdentity.Tests.Support;

/// <summary>
/// The promises of <see cref="ISessionStore"/>, which every store keeps. A class derived from this one creates the store, and has the tests
/// of what this store alone does.
/// </summary>
public abstract class SessionStoreConformanceTests
{
    private const string PoolId = "us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11";
    private const string OtherPoolId = "us-east-1:277a950c-2c08-43f0-9983-28727e9a3b11";
    private static readonly DateTimeOffset Expiration = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Session = "{ \"session\": 1 }"u8.ToArray();

    // The largest that a store has to take.
    private static readonly byte[] OtherSession = [.. Enumerable.Range(0, 16 * 1024).Select(index => (byte)index)];

    /// <summary>Creates a store, which is empty for the first call of a test.</summary>
    protected abstract ISessionStore CreateStore();

    /// <summary>Writes over a stored session something that the store did not write.</summary>
    protected abstract Task DamageAsync(string identityPoolId, string userKey);

    [Fact]
    public async Task Store_returns_null_where_nothing_is_stored() => Assert.Null(await CreateStore().GetAsync(PoolId, "guest"));

    [Fact]
    public async Task Store_returns_a_session_for_its_pool_and_its_user_alone()
    {
        var store = CreateStore();

        await store.SetAsync(PoolId, "user:alice", Session, Expiration);

        Assert.Equal(Session, await store.GetAsync(PoolId, "user:alice"));
        Assert.Null(await store.GetAsync(PoolId, "user:bob"));
        Assert.Null(await store.GetAsync(PoolId, "guest:alice"));
        Assert.Null(await store.GetAsync(PoolId, "USER:ALICE"));
        Assert.Null(await store.GetAsync(OtherPoolId, "user:alice"));
    }

    [Fact]
    public async Task Store_replaces_a_session_that_is_set_again()
    {
        var store = CreateStore();
        await store.SetAsync(PoolId, "guest", Session, Expiration);

        await store.SetAsync(PoolId, "guest", OtherSession, Expiration);

        Assert.Equal(OtherSession, await CreateStore().GetAsync(PoolId, "guest"));
    }

    [Fact]
    public async Task Store_forgets_a_session_that_is_removed_and_no_other()
    {
        var store = CreateStore();
        await store.SetAsync(PoolId, "guest", Session, Expiration);
        await store.SetAsync(PoolId, "user:alice", OtherSession, Expiration);

        await store.RemoveAsync(PoolId, "guest");
        await store.RemoveAsync(PoolId, "guest");

        Assert.Null(await store.GetAsync(PoolId, "guest"));
        Assert.Equal(OtherSession, await store.GetAsync(PoolId, "user:alice"));
    }

    [Fact]
    public async Task Store_treats_an_unreadable_session_as_missing_and_replaces_it()
    {
        var store = CreateStore();
        await store.SetAsync(PoolId, "user:alice", Session, Expiration);

        await DamageAsync(PoolId, "user:alice");

        Assert.Null(await store.GetAsync(PoolId, "user:alice"));
        await store.SetAsync(PoolId, "user:alice", Session, Expiration);
        Assert.Equal(Session, await store.GetAsync(PoolId, "user:alice"));
    }

    [Fact]
    public async Task Store_has_the_old_session_or_the_new_one_when_storing_is_canceled()
    {
        var store = CreateStore();
        await store.SetAsync(PoolId, "guest", Session, Expiration);

        try
        {
            await store.SetAsync(PoolId, "guest", OtherSession, Expiration, new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            // A store may also finish what takes no time.
        }

        Assert.Contains(await store.GetAsync(PoolId, "guest"), (byte[]?[])[Session, OtherSession]);
    }
}
