using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Two instances of credentials in one process over one store, whose guest is gone, at the worst moment for each other.</summary>
public sealed class GuestLockTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>
    /// The first instance has read from the store the identity that is gone, and is about to remove it. If the second one could store its
    /// new guest now, the first one would remove that, and make another.
    /// </summary>
    [Fact]
    public async Task New_guest_of_one_instance_is_never_removed_by_another_that_lost_the_same_guest()
    {
        var clock = new MachineClock();
        var (client, fake) = FakeClient.Create();
        var store = new HoldsFirstRemoval();
        CognitoIdentityCredentials Create() =>
            new(new() { IdentityPoolId = TestClient.PoolId, TimeProvider = clock, IdentityIdStore = store }, client);
        var (first, second) = (Create(), Create());
        fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(clock.GetUtcNow() + Hour));
        var gone = (await first.GetSessionAsync()).IdentityId;
        Assert.Equal(gone, (await second.GetSessionAsync()).IdentityId);
        fake.IssueAsync = (request, _) => request.IdentityId == gone
            ? throw new ResourceNotFoundException($"Identity '{gone}' not found.")
            : Task.FromResult(FakeClient.NewCredentials(clock.GetUtcNow() + Hour));

        var recoveryOfFirst = first.RefreshAsync();
        await store.Reached.WithinSafetyLimit();
        var recoveryOfSecond = second.RefreshAsync();

        // Without a lock it does not come to the lock, and stores its guest.
        await Task.WhenAny(store.SecondAtTheLock, store.StoredTwice).WithinSafetyLimit();
        store.Release();
        var sessions = await Task.WhenAll(recoveryOfFirst, recoveryOfSecond).WithinSafetyLimit();

        Assert.Single(sessions.Select(session => session.IdentityId).Distinct());
        Assert.Equal(2, fake.CallsOf("GetId"));
        Assert.Equal(sessions[0].IdentityId, await store.GetAsync(TestClient.PoolId, "guest"));
    }

    /// <summary>
    /// Holds the first removal of an identity until it is released, and reports when another instance comes to the lock: the store is part
    /// of the lock's key, whose hash code is read then.
    /// </summary>
    private sealed class HoldsFirstRemoval : IIdentityIdStore
    {
        private readonly InMemoryIdentityIdStore _store = new();
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _secondAtTheLock = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _storedTwice = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _stored;

        public Task Reached => _reached.Task;

        public Task SecondAtTheLock => _secondAtTheLock.Task;

        public Task StoredTwice => _storedTwice.Task;

        public void Release() => _released.SetResult();

        public override int GetHashCode()
        {
            if (_reached.Task.IsCompleted)
            {
                _secondAtTheLock.TrySetResult();
            }

            return base.GetHashCode();
        }

        public Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
            _store.GetAsync(identityPoolId, userKey, cancellationToken);

        public async Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default)
        {
            await _store.SetAsync(identityPoolId, userKey, identityId, cancellationToken);
            if (Interlocked.Increment(ref _stored) == 2)
            {
                _storedTwice.TrySetResult();
            }
        }

        public async Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
        {
            if (_reached.TrySetResult())
            {
                await _released.Task;
            }

            await _store.RemoveAsync(identityPoolId, userKey, cancellationToken);
        }
    }
}
