using System.Collections.Concurrent;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The synchronous <c>GetCredentials()</c>, which AWS clients call in their synchronous paths.</summary>
public sealed class SynchronousTests
{
    [Fact]
    public async Task GetCredentials_under_a_single_threaded_context_does_not_deadlock()
    {
        await using var pool = await TestPool.StartAsync();

        // Callbacks as an application writes them: they await, and so come back to the context that they ran under, if there is one.
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, async _ =>
        {
            await Task.Yield();
            return pool.GoogleToken("alice");
        });
        var credentials = pool.Credentials(user.WithKey("alice"));

        var keys = await SingleThread.RunAsync(() => credentials.GetCredentials());
        var later = await SingleThread.RunAsync(() =>
        {
            pool.Clock.Advance(TimeSpan.FromHours(2));
            return credentials.GetCredentials();
        });

        Assert.Equal(TestPool.UserRole, IssuedSession.Read(keys.Token).RoleArn);
        Assert.NotEqual(keys.AccessKey, later.AccessKey);
        Assert.True(later.UseToken);
    }

    // The same in the middle of a refresh that a caller on that thread began and awaits.
    [Fact]
    public async Task GetCredentials_while_the_threads_own_refresh_is_under_way_does_not_deadlock()
    {
        await using var pool = await TestPool.StartAsync();
        var credentials = pool.Credentials();

        var (session, keys) = await SingleThread.RunAsync(() =>
        {
            var begun = credentials.GetSessionAsync();
            return (begun, credentials.GetCredentials());
        });

        Assert.Equal((await session).Credentials.SecretKey, keys.SecretKey);
        Assert.Equal(1, pool.CallsOf("GetCredentialsForIdentity"));
    }

    /// <summary>A thread with a synchronization context that runs everything on it, as a user interface's.</summary>
    private sealed class SingleThread : SynchronizationContext
    {
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

        public static async Task<T> RunAsync<T>(Func<T> work)
        {
            var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            var thread = new Thread(() =>
            {
                SetSynchronizationContext(new SingleThread());
                try
                {
                    result.SetResult(work());
                }
                catch (Exception exception)
                {
                    result.SetException(exception);
                }
            })
            {
                IsBackground = true,
            };
            thread.Start();
            return await result.Task.WithinSafetyLimit();
        }

        public override void Post(SendOrPostCallback d, object? state) => _queue.Add((d, state));
    }
}
