using System.Runtime.CompilerServices;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Callbacks and stores that fail after the wait for them has ended.</summary>
public sealed class LateFailureTests
{
    private readonly MachineClock _clock = new();
    private readonly ICognitoIdentityClient _client;

    public LateFailureTests()
    {
        (_client, var fake) = FakeClient.Create();
        fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(_clock.GetUtcNow() + TimeSpan.FromHours(1)));
    }

    [Fact]
    public Task Callback_that_fails_after_its_wait_ended_raises_no_unobserved_exception() =>
        UnobservedFailures.AssertNoneAsync(FailInCallbackAsync);

    [Fact]
    public Task Identity_store_that_fails_after_its_wait_ended_raises_no_unobserved_exception() =>
        UnobservedFailures.AssertNoneAsync(marker => FailInStoreAsync(marker, (options, store) => options.IdentityIdStore = store));

    [Fact]
    public Task Session_store_that_fails_after_its_wait_ended_raises_no_unobserved_exception() =>
        UnobservedFailures.AssertNoneAsync(marker => FailInStoreAsync(marker, (options, store) => options.SessionStore = store));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> FailInCallbackAsync(string marker)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var token = new TaskCompletionSource<string>();
        var credentials = Create(
            CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
            {
                reached.SetResult();
                return token.Task;
            }),
            options => options.RefreshTimeout = TimeSpan.FromSeconds(30));
        var waiting = credentials.GetSessionAsync();
        await reached.Task.WithinSafetyLimit();
        _clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => waiting.WithinSafetyLimit());
        token.SetException(new InvalidOperationException(marker));
        return new(token.Task);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> FailInStoreAsync(string marker, Action<CognitoIdentityCredentialsOptions, PendingStore> use)
    {
        var store = new PendingStore();
        var credentials = Create(
            CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult("token")).WithKey("alice"),
            options =>
            {
                options.StoreTimeout = TimeSpan.FromSeconds(2);
                use(options, store);
            });
        var waiting = credentials.GetSessionAsync();
        await store.Reached.WithinSafetyLimit();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await waiting.WithinSafetyLimit();
        return store.Fail(new InvalidOperationException(marker));
    }

    private CognitoIdentityCredentials Create(CognitoIdentityUser user, Action<CognitoIdentityCredentialsOptions> configure)
    {
        var options = new CognitoIdentityCredentialsOptions
        {
            IdentityPoolId = TestClient.PoolId,
            User = user,
            TimeProvider = _clock,
            Jitter = () => 0,
        };
        configure(options);
        return new(options, _client);
    }

    /// <summary>Two stores whose first reading goes on until it fails.</summary>
    private sealed class PendingStore : IIdentityIdStore, ISessionStore
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _pending = new();
        private Task? _reading;

        public Task Reached => _reached.Task;

        /// <summary>Fails the reading.</summary>
        /// <returns>A weak reference to the task that the client was given.</returns>
        public WeakReference Fail(Exception exception)
        {
            _pending.SetException(exception);
            return new(_reading);
        }

        Task<string?> IIdentityIdStore.GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken) =>
            StayAsync<string>();

        Task<byte[]?> ISessionStore.GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken) =>
            StayAsync<byte[]>();

        public Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;

        public Task SetAsync(
            string identityPoolId,
            string userKey,
            byte[] session,
            DateTimeOffset expiration,
            CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) => Task.CompletedTask;

        private Task<T?> StayAsync<T>()
            where T : class
        {
            var reading = FailAsync();
            _reading = reading;
            _reached.TrySetResult();
            return reading;

            async Task<T?> FailAsync()
            {
                await _pending.Task;
                return null;
            }
        }
    }
}
