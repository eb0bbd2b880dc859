using CognitoIdentity.Tests.Diagnostics;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>More users than MaxUsers: the metric counts every eviction, and the log has one warning.</summary>
[Collection(ListeningTests.Name)]
public sealed class FactoryOverflowTests : IDisposable
{
    private static readonly Dictionary<string, string> Logins = new() { [TestPool.Google] = "token" };

    private readonly Recording _recording = new();
    private readonly FakeLogger<CognitoIdentityCredentials> _log = new();

    private int Evictions => _recording.Find("cognito_identity.credentials.evictions").Count;

    public void Dispose() => _recording.Dispose();

    [Fact]
    public void Evictions_are_counted_and_the_first_is_a_warning_that_names_the_pool_and_the_limit()
    {
        var factory = Create(maxUsers: 10);

        for (var user = 0; user < 25; user++)
        {
            factory.ForUser($"user-{user}", Logins);
        }

        Assert.Equal((10, 15), (factory.Count, Evictions));
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

        Assert.Equal((10, 0), (factory.Count, Evictions));
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
