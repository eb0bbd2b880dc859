using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The user signs out in the middle of a use of the cached credentials.</summary>
public sealed class SignOutDuringUseTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // 20 minutes: served and nothing else. 56: served, and a refresh begins. 59.5: the use waits for the refresh. 61: expired.
    [Theory]
    [InlineData(20)]
    [InlineData(56)]
    [InlineData(59.5)]
    [InlineData(61)]
    public async Task Use_that_a_sign_out_overtakes_at_any_moment_has_the_users_session_or_says_that_the_user_is_gone(double minutes)
    {
        // Credentials look at the clock at each of their decisions, and the sign-out comes at one of these moments after another.
        var moments = 0;
        for (var moment = 1; moment == 1 || moments >= moment - 1; moment++)
        {
            var clock = new WatchedClock();
            var (client, fake) = FakeClient.Create();
            fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(clock.GetUtcNow() + Hour));
            var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult("token"));
            var credentials = new CognitoIdentityCredentials(
                new() { IdentityPoolId = TestClient.PoolId, User = user, TimeProvider = clock, Jitter = () => 0 }, client);
            var session = await credentials.GetSessionAsync();
            clock.Advance(TimeSpan.FromMinutes(minutes));

            Task? signingOut = null;
            clock.Watch(moment, () => signingOut = credentials.SignOutAsync());
            var use = credentials.GetSessionAsync();
            moments = clock.StopWatching();
            signingOut ??= credentials.SignOutAsync();

            try
            {
                Assert.Equal(session.IdentityId, (await use.WithinSafetyLimit()).IdentityId);
            }
            catch (InvalidOperationException)
            {
                // The user had signed out, and the error says so. A cancellation would be wrong: no caller requested one.
            }

            await signingOut.WithinSafetyLimit();
        }

        Assert.True(moments > 0);
    }

    /// <summary>
    /// A clock that does something when one thread reads the timestamp for the n-th time: it finds the moments of one use, which only this
    /// test does, and leaves the time to a <see cref="MachineClock"/>.
    /// </summary>
    private sealed class WatchedClock : TimeProvider
    {
        private readonly MachineClock _clock = new();
        private int _thread;
        private int _reads;
        private int _moment;
        private Action? _action;

        public override long TimestampFrequency => _clock.TimestampFrequency;

        public void Advance(TimeSpan time) => _clock.Advance(time);

        /// <summary>Watches the reads of this thread.</summary>
        public void Watch(int moment, Action action) =>
            (_moment, _action, _reads, _thread) = (moment, action, 0, Environment.CurrentManagedThreadId);

        /// <summary>Returns the number of reads.</summary>
        public int StopWatching()
        {
            _thread = 0;
            return _reads;
        }

        public override long GetTimestamp()
        {
            if (_thread == Environment.CurrentManagedThreadId && ++_reads == _moment)
            {
                _action!();
            }

            return _clock.GetTimestamp();
        }

        public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            _clock.CreateTimer(callback, state, dueTime, period);
    }
}
