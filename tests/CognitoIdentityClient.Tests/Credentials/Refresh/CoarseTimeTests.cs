using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Credentials by the system's clock, of which they read a coarse timestamp. All times are far from any limit.</summary>
public sealed class CoarseTimeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly ICognitoIdentityClient _client;

    public CoarseTimeTests()
    {
        (_client, var fake) = FakeClient.Create();
        fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Clock_of_the_application_is_used_as_it_is()
    {
        var clock = new MachineClock();

        Assert.Same(clock, CoarseTime.For(clock));
        Assert.NotSame(TimeProvider.System, CoarseTime.For(TimeProvider.System));
    }

    [Fact]
    public void Timestamp_is_the_systems_in_milliseconds_and_the_wall_clock_is_the_systems()
    {
        var coarse = CoarseTime.For(TimeProvider.System);
        var (ticks, wall) = (Environment.TickCount64, TimeProvider.System.GetUtcNow());

        var elapsed = coarse.GetElapsedTime(ticks);

        Assert.True(elapsed >= TimeSpan.Zero);
        Assert.True(elapsed < TimeSpan.FromHours(1));
        Assert.True((coarse.GetUtcNow() - wall).Duration() < TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromSeconds(1), coarse.GetElapsedTime(ticks, ticks + 1_000));
    }

    [Fact]
    public async Task Session_by_the_systems_clock_is_cached()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
    }

    [Theory]
    [InlineData(0, CognitoIdentitySessionSource.Cache)]
    [InlineData(11, CognitoIdentitySessionSource.Cache)]
    [InlineData(13, CognitoIdentitySessionSource.Refresh)]
    public async Task Restored_session_by_the_systems_clock_has_aged(double hours, CognitoIdentitySessionSource source)
    {
        var store = new FileSessionStore(_folder.FullName);
        await Create(store).GetSessionAsync();
        var session = JsonNode.Parse((await store.GetAsync(TestClient.PoolId, "guest"))!)!;
        session["Began"] = JsonSerializer.SerializeToNode(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(hours));
        session["Lifetime"] = "12:00:00";
        await store.SetAsync(TestClient.PoolId, "guest", Encoding.UTF8.GetBytes(session.ToJsonString()), TimeProvider.System.GetUtcNow());

        var restarted = Create(store);
        Assert.Equal(source, (await restarted.GetSessionAsync()).Source);
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await restarted.GetSessionAsync()).Source);
    }

    private CognitoIdentityCredentials Create(ISessionStore? store = null) =>
        new(new() { IdentityPoolId = TestClient.PoolId, SessionStore = store, StoreTimeout = TimeSpan.FromDays(1) }, _client);
}
