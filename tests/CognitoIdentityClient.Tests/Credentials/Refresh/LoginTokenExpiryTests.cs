using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Credentials that end with the login token, and credentials of the basic (classic) flow that arrive expired.</summary>
public sealed class LoginTokenExpiryTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly MachineClock _clock = new();
    private readonly ICognitoIdentityClient _client;
    private readonly FakeClient _fake;
    private readonly DateTimeOffset _start;
    private TimeSpan _passed;
    private TimeSpan _lifetime = Hour;

    public LoginTokenExpiryTests()
    {
        _start = _clock.GetUtcNow();
        (_client, _fake) = FakeClient.Create();
        _fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(ServiceNow + _lifetime));
        _fake.Metadata = () => ExpiryTest.WithDate(ServiceNow);
        _fake.OpenIdToken = () => ExpiryTest.Token(ServiceNow);
    }

    private DateTimeOffset ServiceNow => _start + _passed;

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Session_whose_login_token_has_expired_is_an_error_where_it_is_to_end_with_it(double minutes)
    {
        var credentials = Create(UserOf(TimeSpan.FromMinutes(minutes)), basicFlow: false);

        var error = await Assert.ThrowsAsync<CredentialsExpiredException>(() => credentials.GetSessionAsync());

        Assert.Contains("The login token expired at", error.Message);
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task Session_of_a_token_that_outlives_it_ends_by_itself()
    {
        var credentials = Create(UserOf(Hour * 2), basicFlow: false);

        await AssertLifetimeAsync(credentials, Hour);
    }

    [Fact]
    public async Task Session_of_a_token_that_says_no_time_ends_by_itself()
    {
        var user = CognitoIdentityUser.SignedIn(TestPool.Facebook, _ => Task.FromResult("opaque"));

        await AssertLifetimeAsync(Create(user, basicFlow: false), Hour);
    }

    // Credentials of 12 hours, by the iat of the identity's token, under a wrong clock.
    [Fact]
    public async Task Session_of_the_basic_flow_ends_with_the_login_token()
    {
        _lifetime = Hour * 12;
        _clock.MoveWallClock(TimeSpan.FromDays(-1));

        await AssertLifetimeAsync(Create(UserOf(Hour * 2), basicFlow: true), Hour * 2);
    }

    // The lifetime of 12 hours is cut to one, from which nothing follows about the time.
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public async Task Session_of_the_basic_flow_with_a_backends_token_ends_with_that_token(double hours)
    {
        _lifetime = Hour * hours;

        await AssertLifetimeAsync(Create(DeveloperUser(), basicFlow: true), TimeSpan.FromMinutes(20));
    }

    // No clock tells the time, and the credentials have the shortest lifetime of STS.
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Session_of_the_basic_flow_with_a_backends_token_is_there_under_a_wrong_clock(double days)
    {
        _clock.MoveWallClock(TimeSpan.FromDays(days));

        await AssertLifetimeAsync(Create(DeveloperUser(), basicFlow: true), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task Credentials_of_the_basic_flow_that_arrive_expired_are_a_typed_error_and_the_next_attempt_waits()
    {
        _lifetime = TimeSpan.FromMinutes(-1);
        var credentials = Create(CognitoIdentityUser.Guest, basicFlow: true);

        for (var use = 0; use < 100; use++)
        {
            var error = await Assert.ThrowsAsync<CredentialsExpiredException>(() => credentials.GetSessionAsync());
            Assert.StartsWith("The credentials arrived expired", error.Message);
        }

        Assert.Equal(1, _fake.CallsOf("AssumeRole"));
        _lifetime = Hour;
        Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await credentials.GetSessionAsync()).Source);
    }

    private async Task AssertLifetimeAsync(CognitoIdentityCredentials credentials, TimeSpan lifetime)
    {
        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await credentials.GetSessionAsync()).Source);
        Pass(lifetime * 0.45);
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        await credentials.WhenIdleAsync().WithinSafetyLimit();
        Assert.Equal(1, _fake.CallsOf("AssumeRole") + _fake.CallsOf("GetCredentialsForIdentity"));
        Pass(lifetime * 0.55);
        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await credentials.GetSessionAsync()).Source);
    }

    private void Pass(TimeSpan time)
    {
        _passed += time;
        _clock.Advance(time);
    }

    private CognitoIdentityUser UserOf(TimeSpan left) => CognitoIdentityUser.SignedIn(
        TestPool.Google, _ => Task.FromResult(ExpiryTest.Token(ServiceNow, ServiceNow + left)));

    // The iat of a backend's token may be old.
    private CognitoIdentityUser DeveloperUser() =>
        CognitoIdentityUser.DeveloperAuthenticated((_, _) => Task.FromResult(new DeveloperIdentity(
            $"us-east-1:{Guid.NewGuid()}",
            ExpiryTest.Token(ServiceNow - TimeSpan.FromDays(1), ServiceNow + TimeSpan.FromMinutes(20)))));

    private CognitoIdentityCredentials Create(CognitoIdentityUser user, bool basicFlow) => new(
        new()
        {
            IdentityPoolId = TestClient.PoolId,
            User = user,
            TimeProvider = _clock,
            Jitter = () => 0,
            EndWithLoginToken = true,
            AssumeRoleWithWebIdentity = basicFlow ? AssumeRoleAsync : null,
        },
        _client);

    private Task<Credentials> AssumeRoleAsync(WebIdentity identity, CancellationToken cancellationToken)
    {
        _fake.Count("AssumeRole");
        return Task.FromResult(FakeClient.NewCredentials(ServiceNow + _lifetime));
    }
}
