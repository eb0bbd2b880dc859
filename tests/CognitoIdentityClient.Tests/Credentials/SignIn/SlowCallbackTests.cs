using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>RefreshFailed and IdentityChanged that block their thread or throw.</summary>
public sealed class SlowCallbackTests : IDisposable
{
    private readonly MachineClock _clock = new();
    private readonly ICognitoIdentityClient _client;
    private readonly FakeClient _fake;
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _released = new();

    public SlowCallbackTests()
    {
        (_client, _fake) = FakeClient.Create();
        _fake.IssueAsync = (_, _) => IssueAsync();
    }

    public void Dispose()
    {
        _released.Set();
        _released.Dispose();
    }

    [Fact]
    public async Task Session_that_is_valid_is_served_while_refresh_failed_blocks_and_the_next_refresh_comes_after_it()
    {
        var credentials = Create(options => options.RefreshFailed = _ => Block());
        await credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromMinutes(56));
        _fake.IssueAsync = (_, _) => throw new InternalErrorException("down");
        await credentials.GetSessionAsync();
        await _reached.Task.WithinSafetyLimit();
        _fake.IssueAsync = (_, _) => IssueAsync();

        for (var use = 0; use < 20; use++)
        {
            Assert.True(credentials.GetSessionAsync().IsCompletedSuccessfully);
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(2, _fake.CallsOf("GetCredentialsForIdentity"));
        _released.Set();
        await credentials.WhenIdleAsync().WithinSafetyLimit();
        await credentials.GetSessionAsync();
        await credentials.WhenIdleAsync().WithinSafetyLimit();
        Assert.Equal(3, _fake.CallsOf("GetCredentialsForIdentity"));
    }

    [Fact]
    public async Task Session_that_is_valid_is_served_while_identity_changed_blocks_and_a_waiting_caller_can_cancel()
    {
        var id = $"us-east-1:{Guid.NewGuid()}";
        var ids = new Queue<string>([id, $"us-east-1:{Guid.NewGuid()}", id]);
        var user = CognitoIdentityUser.DeveloperAuthenticated((_, _) => Task.FromResult(new DeveloperIdentity(ids.Dequeue(), "token")));
        var credentials = Create(options =>
        {
            options.User = user;
            options.IdentityChanged = change =>
            {
                if (change.Reason == IdentityChangeReason.Replaced)
                {
                    Block();
                }
            };
        });
        await credentials.GetSessionAsync();
        using var cancellation = new CancellationTokenSource();
        var impatient = credentials.RefreshAsync(cancellation.Token);
        var patient = credentials.RefreshAsync();
        await _reached.Task.WithinSafetyLimit();

        Assert.True(credentials.GetSessionAsync().IsCompletedSuccessfully);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.WithinSafetyLimit());
        Assert.False(patient.IsCompleted);

        _released.Set();
        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await patient.WithinSafetyLimit()).Source);
    }

    [Fact]
    public async Task IdentityChanged_that_throws_at_every_change_is_logged_and_neither_stops_signing_in_nor_out()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var changes = new List<IdentityChangeReason>();
        var credentials = Create(
            options => options.IdentityChanged = change =>
            {
                changes.Add(change.Reason);
                throw new FormatException("mine");
            },
            log);

        Assert.True((await credentials.GetSessionAsync()).IsGuest);
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult("token"));
        Assert.False((await credentials.SignInAsync(user, GuestIdentityPolicy.Separate)).IsGuest);
        await credentials.SignOutAsync();
        Assert.True((await credentials.GetSessionAsync()).IsGuest);

        Assert.Equal(
            [
                IdentityChangeReason.Identified,
                IdentityChangeReason.SignedIn,
                IdentityChangeReason.SignedOut,
                IdentityChangeReason.Identified,
            ],
            changes);
        Assert.Equal(Enumerable.Repeat((LogLevel.Error, (string?)"CallbackFailed"), 4), log.Events());
    }

    private void Block()
    {
        _reached.TrySetResult();
        _released.Wait(SafetyLimit.Value);
    }

    private Task<Credentials> IssueAsync() => Task.FromResult(FakeClient.NewCredentials(_clock.GetUtcNow() + TimeSpan.FromHours(1)));

    private CognitoIdentityCredentials Create(
        Action<CognitoIdentityCredentialsOptions> configure,
        FakeLogger<CognitoIdentityCredentials>? log = null)
    {
        var options = new CognitoIdentityCredentialsOptions { IdentityPoolId = TestClient.PoolId, TimeProvider = _clock, Jitter = () => 0 };
        configure(options);
        return new(options, _client, log);
    }
}
