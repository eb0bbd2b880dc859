using CognitoIdentity.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

public sealed class LifetimeTests
{
    /// <summary>
    /// A day of a user with a request every 20 seconds, against an emulator that fails in every way, first a little and then for hours.
    /// Whenever the service could be reached at a request's time, the request gets credentials that are not expired; and while it could
    /// not, the cached ones are served until they expire.
    /// </summary>
    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.3)]
    [InlineData(3, 0.7)]
    public async Task Session_over_a_day_with_faults_is_never_expired_while_a_valid_one_could_be_had(int seed, double faults)
    {
        await using var pool = await TestPool.StartAsync();
        var random = new Random(seed);
        var credentials = pool.Credentials(pool.GoogleUser("alice").WithKey("alice"));
        var last = await credentials.GetSessionAsync();
        var (served, failed, sessions) = (0, 0, 1);
        for (var end = pool.Clock.GetUtcNow() + TimeSpan.FromHours(24); pool.Clock.GetUtcNow() < end;)
        {
            // The duration of a background refresh must not depend on the machine, so the refresh ends before time goes on.
            await credentials.WhenIdleAsync();
            pool.Clock.Advance(TimeSpan.FromSeconds(20));
            pool.Emulator.Faults.Clear();
            var isFaulty = pool.Clock.GetUtcNow().Hour is >= 6 and < 9 || random.NextDouble() < faults;
            var fault = NextFault(random);
            if (isFaulty)
            {
                // Enough for all attempts of the client at the call, so that the refresh fails.
                pool.Emulator.Faults.Add(fault with { Operation = "GetCredentialsForIdentity", Count = 6 });
            }

            try
            {
                var session = await credentials.GetSessionAsync();
                Assert.True(session.Expiration > pool.Clock.GetUtcNow(), "Expired credentials were handed out.");
                Assert.False(session.IsGuest);
                Assert.Equal(last.IdentityId, session.IdentityId);
                sessions += session.Credentials == last.Credentials ? 0 : 1;
                last = session;
                served++;
            }
            catch (CognitoIdentityException)
            {
                Assert.True(isFaulty, "New credentials could have been had.");
                Assert.True(last.Expiration <= pool.Clock.GetUtcNow() + TimeSpan.FromSeconds(1), "Valid credentials were cached.");
                failed++;
            }
        }

        Assert.True(sessions >= 20, $"{sessions} sessions, {served} served, {failed} failed");
        Assert.True(served > failed * 4, $"{sessions} sessions, {served} served, {failed} failed");
        Assert.Equal(1, pool.CallsOf("GetId"));
    }

    private static Fault NextFault(Random random) => random.Next(7) switch
    {
        0 => Fault.ConnectionLostBeforeWork(),
        1 => Fault.ConnectionLostAfterWork(),
        2 => Fault.Throttling(),
        3 => Fault.Error("InternalErrorException", "Internal error", 500),
        4 => Fault.Status(503),
        5 => Fault.GarbageBody(),
        _ => Fault.TruncatedBody(),
    };
}
