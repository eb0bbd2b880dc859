namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The lifetime of credentials, computed from the dates of responses or without one.</summary>
public sealed class SessionLifetimeTests : ExpiryTest
{
    // The local clock is days off, and the client does not correct it: the date of the response that brings the credentials counts.
    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    [InlineData(0.5)]
    public async Task Lifetime_is_the_expiration_minus_the_date_of_the_response_under_a_clock_that_is_wrong(double days)
    {
        Lifetime = TimeSpan.FromMinutes(40);
        Clock.MoveWallClock(TimeSpan.FromDays(days));
        var credentials = Create();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(34));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Pass(TimeSpan.FromMinutes(6));

        await AssertRefreshedAsync(credentials);
    }

    [Theory]
    [InlineData("a gateway's date of yesterday", -24)]
    [InlineData("a gateway's date of tomorrow", 24)]
    public async Task Lifetime_is_that_by_the_local_clock_where_the_date_is_implausible(string because, double hours)
    {
        Assert.NotEmpty(because);
        Lifetime = TimeSpan.FromMinutes(40);
        Metadata = now => WithDate(now + TimeSpan.FromHours(hours));
        var credentials = Create();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(40));

        await AssertRefreshedAsync(credentials);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Date_of_a_response_that_the_service_did_not_write_is_not_used(bool hasRequestId, bool hasAge)
    {
        Lifetime = TimeSpan.FromMinutes(40);
        Metadata = now => WithDate(now + TimeSpan.FromMinutes(-10), hasRequestId, hasAge);
        var credentials = Create();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(40));

        await AssertRefreshedAsync(credentials);
    }

    // As of a decorated or a faked client under a clock that is wrong: nothing says what time it is.
    [Theory]
    [InlineData(-48)]
    [InlineData(48)]
    public async Task Lifetime_is_an_hour_where_no_time_is_plausible(double hours)
    {
        Metadata = _ => new();
        Clock.MoveWallClock(TimeSpan.FromHours(hours));
        var credentials = Create();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(54));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Pass(TimeSpan.FromMinutes(6));

        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Lifetime_of_a_fakes_credentials_that_claim_a_day_is_an_hour()
    {
        Lifetime = Day;
        var credentials = Create();
        var session = await credentials.GetSessionAsync();

        Pass(Hour);

        Assert.Equal(Start + Day, session.Expiration);
        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Age_is_counted_from_the_beginning_of_the_call()
    {
        var issue = Fake.IssueAsync;
        Fake.IssueAsync = async (request, token) =>
        {
            var issued = await issue(request, token);
            Pass(TimeSpan.FromMinutes(1.5)); // The response is on its way.
            return issued;
        };
        Metadata = now => WithDate(now - TimeSpan.FromMinutes(1.5));
        var credentials = Create();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(57.5));

        await AssertRefreshedAsync(credentials);
    }
}
