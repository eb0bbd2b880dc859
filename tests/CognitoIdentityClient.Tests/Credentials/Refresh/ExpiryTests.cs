using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Credentials age by themselves, whatever the local clock and the dates of gateways say.</summary>
public sealed class ExpiryTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly MachineClock _clock = new();
    private readonly ICognitoIdentityClient _client;
    private readonly FakeClient _fake;

    // The lead of the service's clock over the true time, which is that of the machine's clock at the start of a test.
    private TimeSpan _sinceStart = TimeSpan.Zero;
    private readonly DateTimeOffset _start;
    private TimeSpan _lifetime = Hour;
    private Func<DateTimeOffset, ResponseMetadata> _metadata = WithDate;

    public ExpiryTests()
    {
        _start = _clock.GetUtcNow();
        (_client, _fake) = FakeClient.Create();
        _fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(ServiceNow + _lifetime));
        _fake.Metadata = () => _metadata(ServiceNow);
    }

    private DateTimeOffset ServiceNow => _start + _sinceStart;

    private int Issued => _fake.CallsOf("GetCredentialsForIdentity");

    [Fact]
    public async Task Session_is_not_served_longer_because_the_clock_was_set_back()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(30));
        _clock.MoveWallClock(-Day);
        Pass(TimeSpan.FromMinutes(31));

        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Session_is_not_served_longer_because_the_machine_slept()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();

        _sinceStart += TimeSpan.FromHours(2);
        _clock.Sleep(TimeSpan.FromHours(2));

        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Session_is_not_served_longer_because_a_wrong_clock_was_set_right_while_it_was_cached()
    {
        _clock.MoveWallClock(Day);
        var credentials = Create();
        await credentials.GetSessionAsync();

        _clock.MoveWallClock(-Day);
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
        _sinceStart += TimeSpan.FromHours(2);
        _clock.Sleep(TimeSpan.FromHours(2));
        var issue = _fake.IssueAsync;
        _fake.IssueAsync = (_, _) => throw new InternalErrorException("down");
        await Assert.ThrowsAsync<InternalErrorException>(() => credentials.GetSessionAsync());

        _clock.MoveWallClock(TimeSpan.FromHours(-2));

        await Assert.ThrowsAsync<InternalErrorException>(() => credentials.GetSessionAsync());
        _fake.IssueAsync = issue;
        Pass(TimeSpan.FromSeconds(2));
        await AssertRefreshedAsync(credentials);
    }

    // The local clock is days off, and the client does not correct it: the date of the response that brings the credentials counts.
    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    [InlineData(0.5)]
    public async Task Lifetime_is_the_expiration_minus_the_date_of_the_response_under_a_clock_that_is_wrong(double days)
    {
        _lifetime = TimeSpan.FromMinutes(40);
        _clock.MoveWallClock(TimeSpan.FromDays(days));
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
        _lifetime = TimeSpan.FromMinutes(40);
        _metadata = now => WithDate(now + TimeSpan.FromHours(hours));
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
        _lifetime = TimeSpan.FromMinutes(40);
        _metadata = now => WithDate(now + TimeSpan.FromMinutes(-10), hasRequestId, hasAge);
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
        _metadata = _ => new();
        _clock.MoveWallClock(TimeSpan.FromHours(hours));
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
        _lifetime = Day;
        var credentials = Create();
        var session = await credentials.GetSessionAsync();

        Pass(Hour);

        Assert.Equal(_start + Day, session.Expiration);
        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Age_is_counted_from_the_beginning_of_the_call()
    {
        var issue = _fake.IssueAsync;
        _fake.IssueAsync = async (request, token) =>
        {
            var issued = await issue(request, token);
            Pass(TimeSpan.FromMinutes(1.5)); // The response is on its way.
            return issued;
        };
        _metadata = now => WithDate(now - TimeSpan.FromMinutes(1.5));
        var credentials = Create();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(57.5));

        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Credentials_that_arrive_expired_are_a_typed_error_and_the_next_attempt_waits()
    {
        _lifetime = -TimeSpan.FromMinutes(1);
        var credentials = Create();

        for (var use = 0; use < 100; use++)
        {
            await Assert.ThrowsAsync<CredentialsExpiredException>(() => credentials.GetSessionAsync());
        }

        Assert.Equal(1, Issued);
        _lifetime = Hour;
        Pass(TimeSpan.FromSeconds(1));
        await AssertRefreshedAsync(credentials);
    }

    [Theory]
    [InlineData(0.5, 30)] // Half an hour, by the token's iat.
    [InlineData(12, 720)]
    [InlineData(13, 15)] // STS issues no such thing.
    public async Task Lifetime_of_the_basic_flow_is_by_the_iat_of_the_identitys_token(double hours, double minutes)
    {
        _lifetime = TimeSpan.FromHours(hours);
        _clock.MoveWallClock(-Day);
        _fake.OpenIdToken = () => Token(ServiceNow);
        var credentials = CreateClassic();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(minutes * 0.4));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Pass(TimeSpan.FromMinutes(minutes * 0.6));

        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Lifetime_of_the_basic_flow_is_by_the_date_where_the_token_cannot_be_read()
    {
        _lifetime = TimeSpan.FromHours(3);
        _clock.MoveWallClock(-Day);
        _fake.OpenIdToken = () => "opaque";
        var credentials = CreateClassic();
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromHours(2.8));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Pass(TimeSpan.FromHours(0.2));

        await AssertRefreshedAsync(credentials);
    }

    // The iat of a backend's token may be old; by the local clock no more than an hour is believed.
    [Theory]
    [InlineData(3, 60)]
    [InlineData(0.5, 30)]
    [InlineData(20, 15)]
    public async Task Lifetime_of_the_basic_flow_with_a_backends_token_is_by_the_local_clock(double hours, double minutes)
    {
        _lifetime = TimeSpan.FromHours(hours);
        var user = CognitoIdentityUser.DeveloperAuthenticated(
            (_, _) => Task.FromResult(new DeveloperIdentity($"us-east-1:{Guid.NewGuid()}", Token(ServiceNow - Day))));
        var credentials = CreateClassic(user);
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(minutes * 0.4));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Pass(TimeSpan.FromMinutes(minutes * 0.6));

        await AssertRefreshedAsync(credentials);
    }

    [Fact]
    public async Task Session_ends_with_the_login_token_where_the_options_say_so()
    {
        var user =
            CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult(Token(ServiceNow, ServiceNow + TimeSpan.FromMinutes(20))));
        _clock.MoveWallClock(Day);
        var credentials = Create(options => (options.User, options.EndWithLoginToken) = (user, true));
        var session = await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Pass(TimeSpan.FromMinutes(6));

        Assert.Equal(_start + Hour, session.Expiration);
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

    internal static ResponseMetadata WithDate(DateTimeOffset date) => WithDate(date, hasRequestId: true, hasAge: false);

    internal static string Token(DateTimeOffset issuedAt, DateTimeOffset? expiration = null)
    {
        var claims = $"{{\"iss\":\"https://example.com\",\"aud\":\"app\",\"iat\":{issuedAt.ToUnixTimeSeconds()}"
            + (expiration is { } end ? $",\"exp\":{end.ToUnixTimeSeconds()}}}" : "}");
        return Jwt.Unsigned(claims);
    }

    private static ResponseMetadata WithDate(DateTimeOffset date, bool hasRequestId, bool hasAge)
    {
        var headers = new Dictionary<string, string> { ["Date"] = date.ToString("r", CultureInfo.InvariantCulture) };
        if (hasAge)
        {
            headers.Add("age", "60");
        }

        return new() { RequestId = hasRequestId ? "request" : null, HttpHeaders = headers };
    }

    private void Pass(TimeSpan time)
    {
        _sinceStart += time;
        _clock.Advance(time);
    }

    private async Task AssertRefreshedAsync(CognitoIdentityCredentials credentials)
    {
        var before = Issued + _fake.CallsOf("AssumeRole");
        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await credentials.GetSessionAsync()).Source);
        Assert.Equal(before + 1, Issued + _fake.CallsOf("AssumeRole"));
    }

    private CognitoIdentityCredentials CreateClassic(CognitoIdentityUser? user = null) => Create(options =>
    {
        options.User = user ?? CognitoIdentityUser.Guest;
        options.AssumeRoleWithWebIdentity = (_, _) =>
        {
            _fake.Count("AssumeRole");
            return Task.FromResult(FakeClient.NewCredentials(ServiceNow + _lifetime));
        };
    });

    private CognitoIdentityCredentials Create(Action<CognitoIdentityCredentialsOptions>? configure = null)
    {
        var options = new CognitoIdentityCredentialsOptions
        {
            IdentityPoolId = TestClient.PoolId,
            TimeProvider = _clock,
            Jitter = () => 0,
        };
        configure?.Invoke(options);
        return new(options, _client);
    }
}
