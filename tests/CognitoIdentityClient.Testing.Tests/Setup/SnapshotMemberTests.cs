using CognitoIdentity.Testing.Tests.Contract;

namespace CognitoIdentity.Testing.Tests.Setup;

/// <summary>A snapshot keeps every member that the API can set: one that it drops would be lost only after a restart.</summary>
public sealed class SnapshotMemberTests
{
    [Fact]
    public async Task Snapshot_keeps_every_member_of_a_pool()
    {
        await using var original = await CognitoIdentityEmulator.StartAsync();
        await using var restored = await CognitoIdentityEmulator.StartAsync();
        await EveryMember.AskForAsync(original.CreateClient());

        restored.RestoreSnapshot(original.TakeSnapshot());

        var pools = await DescribeAllAsync(original.CreateClient());
        Assert.Equal(2, pools.Count);
        Assert.Equal(pools, await DescribeAllAsync(restored.CreateClient()));
    }

    // A response prints its members, those of collections too.
    private static async Task<IReadOnlyList<string>> DescribeAllAsync(CognitoIdentityClient client)
    {
        var texts = new List<string>();
        foreach (var pool in (await client.ListIdentityPoolsAsync(new() { MaxResults = 60 })).IdentityPools)
        {
            var id = pool.IdentityPoolId!;
            texts.Add($"{await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = id })}");
        }

        return texts;
    }
}
