using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Signing in and out while other callers use the credentials, which expire all the time.</summary>
public sealed class UserChangeRaceTests
{
    private const int Changes = 150;
    private const int Readers = 4;
    private const string Guest = "guest";

    private readonly object _gate = new();

    // The users that were signed in, in order; the last one is the user that a running change leads to.
    private readonly List<string> _users = [Guest];

    private readonly Dictionary<string, string> _owners = [];
    private readonly TaskCompletionSource _firstSession = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _settled;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Caller_gets_a_session_only_of_a_user_who_was_signed_in_during_the_call(int seed)
    {
        await using var pool = await TestPool.StartAsync();
        foreach (var name in (string[])["alice", "bob", "carol"])
        {
            _owners[(await pool.Credentials(pool.GoogleUser(name)).GetSessionAsync()).IdentityId] = name;
        }

        var credentials = pool.Credentials();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadAsync(credentials, done.Token))).ToList();
        await ChangeAsync(credentials, pool, new Random(seed));

        // The changes can be over before the first reader runs.
        await Task.WhenAny(_firstSession.Task, Task.WhenAll(readers)).WithinSafetyLimit();
        await done.CancelAsync();

        Assert.True((await Task.WhenAll(readers).WithinSafetyLimit()).Sum() > 0);
    }

    private async Task ChangeAsync(CognitoIdentityCredentials credentials, TestPool pool, Random random)
    {
        string[] names = ["alice", "bob", "carol", Guest];
        for (var change = 0; change < Changes; change++)
        {
            var name = names[random.Next(names.Length)];
            lock (_gate)
            {
                _users.Add(name);
            }

            if (name == Guest)
            {
                await credentials.SignOutAsync();
            }
            else
            {
                var session = await credentials.SignInAsync(pool.GoogleUser(name), GuestIdentityPolicy.Separate);
                Assert.Equal(name, OwnerOf(session));
            }

            lock (_gate)
            {
                _settled = _users.Count - 1;
            }

            pool.Clock.Advance(TimeSpan.FromMinutes(random.Next(70)));
            await Task.Yield();
        }
    }

    private async Task<int> ReadAsync(CognitoIdentityCredentials credentials, CancellationToken done)
    {
        var sessions = 0;
        while (!done.IsCancellationRequested)
        {
            int first;
            lock (_gate)
            {
                first = _settled;
            }

            try
            {
                var session = await credentials.GetSessionAsync(CancellationToken.None);
                lock (_gate)
                {
                    Assert.Contains(OwnerOf(session), _users.Skip(first));
                }

                sessions++;
                _firstSession.TrySetResult();
            }
            catch (Exception exception) when (exception is InvalidOperationException or CognitoIdentityTimeoutException)
            {
                // The user changed during the wait, or the clock was advanced beyond a timeout.
            }

            await Task.Yield();
        }

        return sessions;
    }

    private string OwnerOf(CognitoIdentitySession session) => session.IsGuest ? Guest : _owners[session.IdentityId];
}
