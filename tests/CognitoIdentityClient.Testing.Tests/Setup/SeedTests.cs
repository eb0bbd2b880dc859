namespace CognitoIdentity.Testing.Tests.Setup;

public class SeedTests
{
    private const string Id = "us-east-1:1eeb6443-3fbc-4d3f-a96c-28ff0abcdef0";

    [Fact]
    public async Task Seeded_identity_is_found_by_its_login()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new()
        {
            SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "1" },
            Identities = [new() { Id = Id, Logins = new Dictionary<string, string> { ["graph.facebook.com"] = "alice" } }],
        });
        Assert.Equal(Id, await service.GetIdAsync(pool, """{"graph.facebook.com":"alice"}"""));
    }

    [Fact]
    public async Task Same_random_seed_gives_the_same_ids()
    {
        await using var one = await TestEmulator.StartAsync(options => options.RandomSeed = 5);
        await using var two = await TestEmulator.StartAsync(options => options.RandomSeed = 5);
        await using var other = await TestEmulator.StartAsync(options => options.RandomSeed = 6);
        var pool = await one.CreatePoolAsync();
        Assert.Equal(pool, await two.CreatePoolAsync());
        Assert.NotEqual(pool, await other.CreatePoolAsync());
        Assert.Matches("^us-east-1:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", pool);
    }

    [Theory]
    [MemberData(nameof(BadSeeds))]
    public async Task Seed_that_makes_no_sense_is_refused_and_adds_nothing(IdentityPoolSeed seed)
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new() { Id = Id, Identities = [new() { Id = Id }] });
        var before = service.Emulator.TakeSnapshot();
        Assert.ThrowsAny<ArgumentException>(() => service.Emulator.Seed(seed));
        Assert.Equal(before, service.Emulator.TakeSnapshot());
    }

    public static TheoryData<IdentityPoolSeed> BadSeeds() => new(
        new IdentityPoolSeed { Id = "no id" },
        new IdentityPoolSeed { Id = Id },
        new IdentityPoolSeed { AccountId = "12345" },
        new IdentityPoolSeed { Identities = [new() { Logins = new Dictionary<string, string> { ["a"] = null! } }] },
        new IdentityPoolSeed { Id = Id.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal) },
        new IdentityPoolSeed { Identities = [new() { Id = Id }] },
        new IdentityPoolSeed { Identities = [new() { Id = "us-east-1:0" }, new() { Id = "us-east-1:0" }] },
        new IdentityPoolSeed { Identities = [new() { Id = "eu-west-1:0" }] },
        new IdentityPoolSeed
        {
            Identities =
            [
                new() { Logins = new Dictionary<string, string> { ["a"] = "b" } },
                new() { Logins = new Dictionary<string, string> { ["a"] = "b" } },
            ],
        });
}
