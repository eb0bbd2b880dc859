using System.Collections.Concurrent;

namespace CognitoIdentity.Testing.Tests.State;

public class ConcurrencyTests
{
    [Fact]
    public async Task Thousands_of_parallel_calls_never_give_one_login_two_identities()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"SupportedLoginProviders\":{\"graph.facebook.com\":\"1\"}");
        var ids = new ConcurrentDictionary<int, ConcurrentBag<string>>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 5_000), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, _) =>
        {
            var user = i % 50;
            var id = await service.GetIdAsync(pool, $$"""{"graph.facebook.com":"user {{user}}"}""");
            ids.GetOrAdd(user, _ => []).Add(id);
        });

        Assert.Equal(50, ids.Count);
        Assert.All(ids.Values, bag => Assert.Single(bag.Distinct()));
        Assert.Equal(50, ids.Values.Select(bag => bag.First()).Distinct().Count());
        Assert.Equal(5_000, service.Emulator.Requests.For("GetId").Count);
    }

    [Fact]
    public async Task Parallel_merges_and_registrations_leave_every_user_with_one_identity()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"DeveloperProviderName\":\"login.dev\"");

        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var random = new Random(i);
            var (one, two) = (random.Next(10), random.Next(10));
            if (i % 3 == 0)
            {
                await service.CallAsync(
                    "MergeDeveloperIdentities",
                    $$"""{"IdentityPoolId":"{{pool}}","DeveloperProviderName":"login.dev","SourceUserIdentifier":"{{one}}","DestinationUserIdentifier":"{{two}}"}""");
            }
            else
            {
                (await service.DeveloperTokenAsync(pool, $$"""{"login.dev":"{{one}}"}""")).Ok();
            }
        });

        var usersByIdentity = new Dictionary<string, List<string>>();
        foreach (var user in Enumerable.Range(0, 10).Select(number => $"{number}"))
        {
            var lookup = await service.CallAsync(
                "LookupDeveloperIdentity", $$"""{"IdentityPoolId":"{{pool}}","DeveloperUserIdentifier":"{{user}}"}""");
            var id = lookup.Ok().Text("IdentityId");
            usersByIdentity.TryAdd(id, []);
            usersByIdentity[id].Add(user);
        }

        foreach (var (id, users) in usersByIdentity)
        {
            var lookup = await service.CallAsync("LookupDeveloperIdentity", $$"""{"IdentityPoolId":"{{pool}}","IdentityId":"{{id}}"}""");
            Assert.Equal(users, lookup.Json.GetProperty("DeveloperUserIdentifierList").EnumerateArray().Select(user => user.GetString()));
        }
    }
}
