using System.Globalization;
using System.Xml.Linq;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Diagnostics;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Statements of docs/guides/credentials.md that no other test is about.</summary>
[Collection(ListeningTests.Name)]
public sealed class GuideStatementTests
{
    [Fact]
    public async Task Refreshes_are_counted_by_their_outcome_and_logged_under_the_name_of_the_class()
    {
        await using var pool = await TestPool.StartAsync();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddFakeLogging());
        services.AddSingleton<ICognitoIdentityClient>(pool.Client);
        services.AddSingleton<TimeProvider>(pool.Clock);
        services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = pool.PoolId);
        await using var provider = services.BuildServiceProvider();
        var credentials = provider.GetRequiredService<CognitoIdentityCredentials>();
        using var recording = new Recording();

        var first = await credentials.GetSessionAsync();
        await pool.DeleteAsync(first.IdentityId);
        pool.Clock.Advance(TimeSpan.FromHours(2));
        var second = await credentials.GetSessionAsync();
        pool.Emulator.Faults.Add(Fault.Error("LimitExceededException", "down") with { Operation = "GetCredentialsForIdentity" });
        pool.Clock.Advance(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<LimitExceededException>(() => credentials.GetSessionAsync());

        var outcomes = recording.Find("cognito_identity.credentials.refreshes")
            .Select(count => (count["outcome"], count["error.type"]))
            .ToList();
        (object?, object?)[] expected = [("success", null), ("recovery", null), ("failure", "LimitExceededException")];
        Assert.All(expected, outcome => Assert.Contains(outcome, outcomes));
        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        var records = provider.GetFakeLogCollector().GetSnapshot();
        Assert.Contains(
            records,
            record => (record.Category, record.Level, record.Id.Name)
                == ("CognitoIdentity.CognitoIdentityCredentials", LogLevel.Warning, "NoCredentials"));
    }

    [Fact]
    public async Task Distributed_cache_gets_ids_of_identities_and_neither_tokens_nor_credentials()
    {
        await using var pool = await TestPool.StartAsync();
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        var token = pool.GoogleToken("alice");
        var user = CognitoIdentityUser.SignedIn(new Dictionary<string, string> { [TestPool.Google] = token }).WithKey("alice");
        var written = new RecordingCache(cache);

        var credentials = pool.Credentials(user, options => options.IdentityIdStore = new DistributedCacheIdentityIdStore(written));
        var session = await credentials.GetSessionAsync();

        Assert.Equal((IEnumerable<string>)[session.IdentityId], written.Values);
    }

    /// <summary>The moments in the picture are those at which the credentials change what they do.</summary>
    [Fact]
    public void Timeline_in_the_guide_has_the_moments_of_the_defaults()
    {
        var lifetime = TimeSpan.FromHours(1);
        CachedSession Create(double jitter)
        {
            var (client, _) = FakeClient.Create();
            var clock = new MachineClock();
            var settings = new CredentialsSettings(
                new() { IdentityPoolId = TestClient.PoolId, TimeProvider = clock, Jitter = () => jitter }, client, null);
            return new(
                new("id", FakeClient.NewCredentials(clock.GetUtcNow() + lifetime)), Moment.Now(clock), lifetime, settings);
        }

        var picture = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Credentials", "Documents", "refresh-timeline.svg"));
        var texts = picture.Descendants().Where(element => element.Name.LocalName == "text")
            .Select(element => (X: int.Parse(element.Attribute("x")!.Value, CultureInfo.InvariantCulture), Text: element.Value)).ToList();
        string Under(string moment) => texts.Last(text => text.X == texts.Single(other => other.Text == moment).X).Text;

        Assert.Equal(
            (TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(59)), (Create(jitter: 0).RefreshAfter, Create(jitter: 0).WaitAfter));
        Assert.Equal(TimeSpan.FromMinutes(50), Create(jitter: 1).RefreshAfter);
        Assert.Equal(
            ["2 × PreemptExpiryTime", "PreemptExpiryTime", "ExpirationBuffer", "expired"],
            ((string[])["50 min", "55 min", "59 min", "60 min"]).Select(Under));

        // FailurePauseTests measures these.
        Assert.Contains(texts, text => text.Text.Contains("after 5 to 10 seconds", StringComparison.Ordinal));
        Assert.Contains(
            texts, text => text.Text.Contains("for 0.5 to 1 second (up to 10 after several failures)", StringComparison.Ordinal));
    }

    private sealed class RecordingCache(IDistributedCache inner) : IDistributedCache
    {
        public List<string> Values { get; } = [];

        public byte[]? Get(string key) => inner.Get(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => inner.GetAsync(key, token);

        public void Refresh(string key) => inner.Refresh(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => inner.RefreshAsync(key, token);

        public void Remove(string key) => inner.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => inner.RemoveAsync(key, token);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => inner.Set(key, value, options);

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Values.Add(System.Text.Encoding.UTF8.GetString(value));
            return inner.SetAsync(key, value, options, token);
        }
    }
}
