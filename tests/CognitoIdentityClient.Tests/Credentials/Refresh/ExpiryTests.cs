namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Credentials age by themselves, whatever the local clock and the dates of gateways say.</summary>
public sealed class ExpiryTests : ExpiryTest
{
    [Fact]
    public async Task Session_is_not_served_longer_because_the_clock_was_set_back()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(30));
        Clock.MoveWallClock(-Day);
        Pass(TimeSpan.FromMinutes(31));

        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Session_is_not_served_longer_because_the_machine_slept()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();

        SinceStart += TimeSpan.FromHours(2);
        Clock.Sleep(TimeSpan.FromHours(2));

        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Session_is_not_served_longer_because_a_wrong_clock_was_set_right_while_it_was_cached()
    {
        Clock.MoveWallClock(Day);
        var credentials = Create();
        await credentials.GetSessionAsync();

        Clock.MoveWallClock(-Day);
        Pass(TimeSpan.FromMinutes(54));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Pass(TimeSpan.FromMinutes(7));

        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Session_found_expired_stays_expired_when_the_clock_is_set_back_then()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();
        SinceStart += TimeSpan.FromHours(2);
        Clock.Sleep(TimeSpan.FromHours(2));
        var issue = Fake.IssueAsync;
        Fake.IssueAsync = (_, _) => throw new InternalErrorException("down");
        await Assert.ThrowsAsync<InternalErrorException>(() => credentials.GetSessionAsync());

        Clock.MoveWallClock(TimeSpan.FromHours(-2));

        await Assert.ThrowsAsync<InternalErrorException>(() => credentials.GetSessionAsync());
        Fake.IssueAsync = issue;
        Pass(TimeSpan.FromSeconds(2));
        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Credentials_that_arrive_expired_are_a_typed_error_and_the_next_attempt_waits()
    {
        Lifetime = -TimeSpan.FromMinutes(1);
        var credentials = Create();

        for (var use = 0; use < 100; use++)
        {
            await Assert.ThrowsAsync<CredentialsExpiredException>(() => credentials.GetSessionAsync());
        }

        Assert.Equal(1, Issued);
        Lifetime = Hour;
        Pass(TimeSpan.FromSeconds(1));
        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Session_ends_with_the_login_token_where_the_options_say_so()
    {
        var user =
            CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult(Token(ServiceNow, ServiceNow + TimeSpan.FromMinutes(20))));
        Clock.MoveWallClock(Day);
        var credentials = Create(options => (options.User, options.EndWithLoginToken) = (user, true));
        var session = await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Pass(TimeSpan.FromMinutes(6));

        Assert.Equal(Start + Hour, session.Expiration);
        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Session_that_is_cached_costs_no_memory()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();
        var bytes = long.MaxValue;
        for (var round = 0; round < 3 && bytes > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var use = 0; use < 1_000; use++)
            {
                _ = credentials.GetSessionAsync();
                _ = credentials.GetCredentialsAsync();
                _ = credentials.GetCredentials();
            }

            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, bytes);
    }
}
