using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserLogins;

/// <summary>Login tokens that have expired are refused, unless the leeway is longer.</summary>
public sealed class LoginTokenExpirationTests : LoginTokenTest
{
    // The local clock may be wrong: by default a token may have expired up to a day ago.
    [Theory]
    [InlineData(-86_401, null, false)]
    [InlineData(-86_400, null, false)]
    [InlineData(-86_399, null, true)]
    [InlineData(-61, 60, false)]
    [InlineData(-59, 60, true)]
    [InlineData(-1, 0, false)]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    public void Token_is_taken_until_the_leeway_after_its_expiration_is_over(int secondsLeft, int? leewaySeconds, bool isTaken)
    {
        var token = Expiring($"{TestToken.Now.ToUnixTimeSeconds() + secondsLeft}");
        var leeway = leewaySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : default(TimeSpan?);
        Func<Logins>[] logins =
        [
            () => Logins.FromJwt(token, TestToken.Clock, leeway),
            () => Logins.OpenIdConnect(Issuer, token, TestToken.Clock, leeway),
        ];

        foreach (var login in logins)
        {
            if (isTaken)
            {
                Assert.Single(login());
            }
            else
            {
                Assert.Equal(ErrorReason.TokenExpired, Assert.Throws<LoginTokenException>(() => login()).Reason);
            }
        }
    }

    [Fact]
    public void Leeway_that_is_infinitely_long_accepts_every_token_and_a_negative_one_is_refused()
    {
        Assert.Single(Logins.FromJwt(Expiring("-99999999999999"), TestToken.Clock, TimeSpan.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(
            "expirationLeeway", () => Logins.FromJwt(Expiring("1"), TestToken.Clock, TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Expired_token_is_refused_with_the_time() => Assert.Equal(
        "The token expired at 2026-02-27 11:59:00Z.",
        AssertRefused(ErrorReason.TokenExpired, Expiring($"{TestToken.Now.AddDays(-2).AddMinutes(-1).ToUnixTimeSeconds()}")).WithoutHint());

    // In th-TH it would be the year 2569, in fi-FI 11.59.00.
    [Fact]
    public void Expired_token_is_refused_with_the_time_in_every_culture()
    {
        using var culture = new OtherCulture();

        Expired_token_is_refused_with_the_time();
    }

    // Without a clock, the system's.
    [Fact]
    public void Expired_token_is_refused_by_the_systems_clock() =>
        Assert.Equal(ErrorReason.TokenExpired, Assert.Throws<LoginTokenException>(() => Logins.FromJwt(Expiring("1"))).Reason);

    [Theory]
    [InlineData("1e400")]
    [InlineData("1e18")]
    [InlineData("99999999999999999999999999")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Expiration_that_is_not_a_date_is_left_to_the_service(string expiration) =>
        Assert.Single(Logins.FromJwt(Expiring(expiration), TestToken.Clock));

    [Theory]
    [InlineData("-1e400")]
    [InlineData("-99999999999999")]
    [InlineData("0")]
    [InlineData("1.5e9")]
    public void Expiration_long_ago_is_refused(string expiration) => AssertRefused(ErrorReason.TokenExpired, Expiring(expiration));
}
