using System.Diagnostics.Metrics;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>More users than MaxUsers: the metric counts every eviction, and the log has one warning.</summary>
public sealed class FactoryOverflowTests : IDisposable
{
    private static readonly Dictionary<string, string> Logins = new() { [TestPool.Google] = "token" };

    private readonly MeterListener _listener = new();
    private readonly FakeLogger<CognitoIdentityCredentials> _log = new();

    // The meter is one for the process. An eviction is counted on the thread that adds the user, and other tests have other threads.
    private readonly int _thread = Environment.CurrentManagedThreadId;

    private long _evictions;

    public FactoryOverflowTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "CognitoIdentity", Name: "cognito_identity.credentials.evictions" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, count, _, _) =>
            _evictions += Environment.CurrentManagedThreadId == _thread ? count : 0);
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void Evictions_are_counted_and_the_first_is_a_warning_that_names_the_pool_and_the_limit()
    {
        var factory = Create(maxUsers: 10);

        for (var user = 0; user < 25; user++)
        {
            factory.ForUser($"user-{user}", Logins);
        }

        Assert.Equal((10, 15), (factory.Count, _evictions));
        Assert.Equal([(LogLevel.Warning, "UsersEvicted")], _log.Events());
        var warning = Assert.Single(_log.Collector.GetSnapshot());
        string[] texts = [TestClient.PoolId, "MaxUsers, 10", "cognito_identity.credentials.evictions"];
        Assert.All(texts, text => Assert.Contains(text, warning.Message));
        Assert.DoesNotContain("user-", warning.Message);
    }

    [Fact]
    public void Users_up_to_the_limit_are_neither_counted_nor_logged()
    {
        var factory = Create(maxUsers: 10);

        for (var use = 0; use < 100; use++)
        {
            factory.ForUser($"user-{use % 10}", Logins);
        }

        Assert.Equal((10, 0), (factory.Count, _evictions));
        Assert.Empty(_log.Events());
    }

    [Fact]
    public void Users_evicted_are_those_whose_last_use_is_longest_ago()
    {
        var factory = Create(maxUsers: 2);
        var alice = factory.ForUser("alice", Logins);
        var bob = factory.ForUser("bob", Logins);
        factory.ForUser("alice", Logins);

        factory.ForUser("carol", Logins);

        Assert.Same(alice, factory.ForUser("alice", Logins));
        Assert.NotSame(bob, factory.ForUser("bob", Logins));
    }

    private CognitoIdentityCredentialsFactory Create(int maxUsers)
    {
        var (client, _) = FakeClient.Create();
        return new(new() { IdentityPoolId = TestClient.PoolId, MaxUsers = maxUsers }, client, _log);
    }
}
