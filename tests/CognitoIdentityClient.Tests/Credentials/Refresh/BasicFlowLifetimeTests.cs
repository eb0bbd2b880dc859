namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The lifetime of credentials of the basic (classic) flow.</summary>
public sealed class BasicFlowLifetimeTests : ExpiryTest
{
    [Theory]
    [InlineData(0.5, 30)] // Half an hour, by the token's iat.
    [InlineData(12, 720)]
    [InlineData(13, 15)] // STS issues no such thing.
    public async Task Lifetime_of_the_basic_flow_is_by_the_iat_of_the_identitys_token(double hours, double minutes)
    {
        Lifetime = TimeSpan.FromHours(hours);
        Clock.MoveWallClock(-Day);
        Fake.OpenIdToken = () => Token(ServiceNow);
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
        Lifetime = TimeSpan.FromHours(3);
        Clock.MoveWallClock(-Day);
        Fake.OpenIdToken = () => "opaque";
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
        Lifetime = TimeSpan.FromHours(hours);
        var user = CognitoIdentityUser.DeveloperAuthenticated(
            (_, _) => Task.FromResult(new DeveloperIdentity($"us-east-1:{Guid.NewGuid()}", Token(ServiceNow - Day))));
        var credentials = CreateClassic(user);
        await credentials.GetSessionAsync();

        Pass(TimeSpan.FromMinutes(minutes * 0.4));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Pass(TimeSpan.FromMinutes(minutes * 0.6));

        await AssertRefreshedAsync(credentials);
    }
}
