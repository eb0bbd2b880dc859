using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Bulk;

public sealed class LargePoolTests
{
    // The pages of the workers, the current one and its neighbors are in use, and a slot of the stack may refer to one more for a while.
    // Pages that are kept would be hundreds.
    private const int Few = 10;

    private static readonly int Count = AllTests.AreLong ? 100_000 : 20_000;

    [Fact]
    public async Task Large_pool_is_paged_and_purged_with_flat_memory()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(new() { MaxRecordedRequests = 0 });
        // In process, because this test is about what the client keeps and not about the network.
        using var client = new CognitoIdentityClient(
            new() { Region = emulator.Region, Endpoint = emulator.Endpoint, Credentials = emulator.Credentials }, emulator.CreateHandler());
        var poolId = emulator.Seed(new() { Identities = [.. Enumerable.Repeat(new IdentitySeed(), Count)] });
        var kept = new KeptIds();

        var listed = 0;
        await foreach (var identity in client.PaginateListIdentities(new() { IdentityPoolId = poolId, MaxResults = 60 }))
        {
            listed++;
            kept.Add(identity.IdentityId!);
        }

        Assert.Equal(Count, listed);
        Assert.InRange(kept.Most, 1, Few);

        var options = new PurgeOptions { DryRun = false, MaxConcurrency = 2 };
        kept = new();
        var result = await client.PurgeIdentitiesAsync(
            poolId,
            identity =>
            {
                kept.Add(identity.IdentityId!);
                return true;
            },
            options);

        Assert.Equal((Count, Count, Count), (result.Examined, result.Matched, result.Deleted));
        Assert.Null(result.ResumeToken);
        Assert.InRange(kept.Most, 1, Few);
        Assert.Empty((await client.ListIdentitiesAsync(new() { IdentityPoolId = poolId, MaxResults = 60 })).Identities);
    }

    /// <summary>Watches one id of every page, and counts from time to time how many of them are still referenced.</summary>
    private sealed class KeptIds
    {
        private readonly List<WeakReference> _ids = [];
        private int _count;

        public int Most { get; private set; }

        public void Add(string id)
        {
            if (_count++ % 60 == 0)
            {
                _ids.Add(new(id));
            }

            if (_count % (Count / 4) == 0)
            {
                GC.Collect();
                Most = Math.Max(Most, _ids.Count(kept => kept.IsAlive));
            }
        }
    }
}
