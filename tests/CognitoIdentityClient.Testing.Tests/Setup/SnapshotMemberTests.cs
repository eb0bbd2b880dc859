using System.Text.Json;
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

        var (before, after) = (await DescribeAllAsync(original), await DescribeAllAsync(restored));
        var lost = before.Except(after).ToList();
        Assert.True(
            lost.Count == 0,
            $"SnapshotWriter.cs or SnapshotPoolReader.cs loses {string.Join(", ", lost)}: step 7 of docs/contributing/adding-a-member.md.");
        Assert.Equal(before, after);

        // Otherwise nothing would have been compared.
        Assert.All(
            ["RoleMappings", "PrincipalTags", "CreationDate", "DeveloperUserIdentifierList"],
            name => Assert.Contains(before, member => member.Contains("." + name, StringComparison.Ordinal)));
    }

    // The members of all responses on the wire, each with its value. Texts that records print could lack the same member.
    private static async Task<IReadOnlyList<string>> DescribeAllAsync(CognitoIdentityEmulator emulator)
    {
        using var responses = new ResponseRecorder(emulator.CreateHandler());
        using var client = new CognitoIdentityClient(
            new() { Region = emulator.Region, Credentials = emulator.Credentials, Endpoint = emulator.Endpoint }, responses);
        foreach (var pool in (await client.ListIdentityPoolsAsync(new() { MaxResults = 60 })).IdentityPools)
        {
            var id = pool.IdentityPoolId!;
            var settings = await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = id });
            await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = id });
            foreach (var provider in settings.CognitoIdentityProviders)
            {
                await client.GetPrincipalTagAttributeMapAsync(
                    new() { IdentityPoolId = id, IdentityProviderName = provider.ProviderName! });
            }

            foreach (var identity in (await client.ListIdentitiesAsync(new() { IdentityPoolId = id, MaxResults = 60 })).Identities)
            {
                await client.DescribeIdentityAsync(new() { IdentityId = identity.IdentityId! });
            }

            if (settings.DeveloperProviderName is not null)
            {
                await client.LookupDeveloperIdentityAsync(new() { IdentityPoolId = id, DeveloperUserIdentifier = EveryMember.User });
            }
        }

        return responses.Members;
    }

    private sealed class ResponseRecorder(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly List<string> _members = [];

        public IReadOnlyList<string> Members => _members;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[^1];
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            _members.AddRange(Flatten(operation, JsonSerializer.Deserialize<JsonElement>(body)));
            return response;
        }

        private static IEnumerable<string> Flatten(string path, JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Flatten($"{path}.{member.Name}", member.Value)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Flatten($"{path}[{index}]", item)),
            _ => [$"{path} = {value.GetRawText()}"],
        };
    }
}
