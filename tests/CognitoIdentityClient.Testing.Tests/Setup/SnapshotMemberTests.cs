using CognitoIdentity.Testing.Tests.Contract;

namespace CognitoIdentity.Testing.Tests.Setup;

/// <summary>A snapshot keeps every member that the API can set: one that it drops would be lost only after a restart.</summary>
public sealed class SnapshotMemberTests
{
    [Fact]
    public async Task Snapshot_keeps_every_member_of_a_pool_its_roles_its_tag_map_and_its_identities()
    {
        await using var original = await CognitoIdentityEmulator.StartAsync();
        await using var restored = await CognitoIdentityEmulator.StartAsync();
        await EveryMember.AskForAsync(original.CreateClient());

        restored.RestoreSnapshot(original.TakeSnapshot());

        var texts = await DescribeAllAsync(original.CreateClient());
        Assert.Equal(texts, await DescribeAllAsync(restored.CreateClient()));

        // Otherwise nothing would have been compared.
        Assert.All(
            [nameof(IdentityPool), nameof(MappingRule), nameof(GetPrincipalTagAttributeMapResponse), nameof(DescribeIdentityResponse)],
            type => Assert.Contains(texts, text => text.Contains(type + " {", StringComparison.Ordinal)));
        Assert.Contains(texts, text => text.StartsWith(nameof(LookupDeveloperIdentityResponse), StringComparison.Ordinal));
    }

    // A response prints its members, those of collections too.
    private static async Task<IReadOnlyList<string>> DescribeAllAsync(CognitoIdentityClient client)
    {
        var texts = new List<string>();
        foreach (var pool in (await client.ListIdentityPoolsAsync(new() { MaxResults = 60 })).IdentityPools)
        {
            var id = pool.IdentityPoolId!;
            var settings = await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = id });
            texts.Add($"{settings}");
            texts.Add($"{await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = id })}");
            foreach (var provider in settings.CognitoIdentityProviders)
            {
                texts.Add($"{await client.GetPrincipalTagAttributeMapAsync(
                    new() { IdentityPoolId = id, IdentityProviderName = provider.ProviderName! })}");
            }

            foreach (var identity in (await client.ListIdentitiesAsync(new() { IdentityPoolId = id, MaxResults = 60 })).Identities)
            {
                texts.Add($"{await client.DescribeIdentityAsync(new() { IdentityId = identity.IdentityId! })}");
            }

            if (settings.DeveloperProviderName is not null)
            {
                texts.Add($"{await client.LookupDeveloperIdentityAsync(
                    new() { IdentityPoolId = id, DeveloperUserIdentifier = EveryMember.User })}");
            }
        }

        return texts;
    }
}
