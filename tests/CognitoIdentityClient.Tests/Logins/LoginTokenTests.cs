using System.Text;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.LoginTokens;

/// <summary>Tokens that cannot be a login are refused where they are passed, and never shown.</summary>
public sealed class LoginTokenTests
{
    private const string Issuer = "https://login.example.com";

    /// <summary>What is no JSON web token, or one with claims that are not what they should be.</summary>
    public static TheoryData<string> Hostile { get; } = new(
        ".",
        "..",
        "...",
        "a.b",
        "a.b.c",
        "ya29.opaque-access-token-of-google",
        "EAABsbCS1iHgBA-opaque-access-token-of-facebook",
        $"Bearer {TestToken.Issued(Issuer)}",
        $"\"{TestToken.Issued(Issuer)}\"",
        $"{TestToken.Issued(Issuer)}.{TestToken.Issued(Issuer)}",
        Jwt.Unsigned(""),
        Jwt.Unsigned("null"),
        Jwt.Unsigned("[]"),
        Jwt.Unsigned("\"text\""),
        Jwt.Unsigned("{"),
        Jwt.Unsigned("{}{}"),
        Jwt.Unsigned("""{"iss":"https://login.example.com","aud":"a"} x"""),
        Jwt.Unsigned("{}", header: "[]"),
        Jwt.Unsigned("{}", header: ""),
        Jwt.Unsigned(new string('[', 10_000)),
        Jwt.Unsigned("""{"x":""" + new string('[', 10_000)),
        Jwt.Unsigned("""{"iss":"\ud800","aud":"a"}"""),
        Jwt.Unsigned("""{"\ud800":"x","aud":"a"}"""),
        Jwt.Unsigned("""{"token_use":"\udfff"}"""),
        Jwt.Unsigned("""{"iss":"https://login.example.com","aud":"a","exp":01}"""),
        $"{Jwt.Encode("{}")}.{Jwt.Encode([.. "{\"iss\":\""u8, 0xFF, 0xFE, .. "\"}"u8])}.s",
        $"{Jwt.Encode("{}")}.{Jwt.Encode([0xEF, 0xBB, 0xBF, 0x7B, 0x7D])}.s",
        Jwt.Unsigned($$"""{"iss":"{{Issuer}}","aud":"a","x":"{{new string('x', 50_000)}}"}"""));

    /// <summary>Issuers that are no provider.</summary>
    public static TheoryData<string> NoIssuers { get; } = new(
        """{"aud":"a"}""",
        """{"aud":"a","iss":null}""",
        """{"aud":"a","iss":7}""",
        """{"aud":"a","iss":{"iss":"https://login.example.com"}}""",
        """{"aud":"a","iss":""}""",
        """{"aud":"a","iss":"https://"}""",
        """{"aud":"a","iss":"http://login.example.com"}""",
        """{"aud":"a","iss":"login.example.com"}""",
        """{"aud":"a","iss":"https://login.example.com/\nforged line of a log"}""",
        """{"aud":"a","iss":"https://ex\u00e4mple.com"}""",
        $$"""{"aud":"a","iss":"https://{{new string('x', 129)}}"}""");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_that_is_no_readable_token_is_refused(string token) => AssertRefused(ErrorReason.MalformedToken, token);

    [Theory]
    [MemberData(nameof(NoIssuers))]
    public void Token_without_a_providers_issuer_is_refused(string claims)
    {
        var exception = AssertRefused(ErrorReason.IssuerMismatch, Jwt.Unsigned(claims));

        Assert.DoesNotContain("forged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AccessToken_is_refused_and_the_message_asks_for_the_id_token()
    {
        var token = TestToken.UserPool("access");

        Assert.Equal(
            "The token is an access token; the ID token of the same sign-in is needed.",
            AssertRefused(ErrorReason.WrongTokenUse, token).Message);
        Assert.Throws<LoginTokenException>(() => Logins.UserPool("us-east-1", "us-east-1_Ab1Cd2Ef3", token, TestToken.Clock));
    }

    // https://datatracker.ietf.org/doc/html/rfc9068#section-2.1
    [Theory]
    [InlineData("at+jwt")]
    [InlineData("application/at+jwt")]
    public void AccessToken_by_its_type_is_refused(string type) => AssertRefused(
        ErrorReason.WrongTokenUse,
        Jwt.Unsigned($$"""{"iss":"{{Issuer}}","aud":"a"}""", header: $$"""{"typ":"{{type}}"}"""));

    [Fact]
    public void Type_that_is_no_text_is_left_to_the_service() =>
        Assert.Single(Logins.FromJwt(Jwt.Unsigned($$"""{"iss":"{{Issuer}}","aud":"a"}""", header: """{"typ":7}"""), TestToken.Clock));

    // Only a claim of the token itself counts.
    [Fact]
    public void ClaimsInsideClaims_are_not_the_tokens()
    {
        var token = Jwt.Unsigned($$"""{"x":{"token_use":"access","exp":1,"iss":"https://evil.example"},"y":[{"exp":1}],"iss":"{{Issuer}}","aud":["a"]}""");

        Assert.Equal(["login.example.com"], Logins.FromJwt(token, TestToken.Clock).Keys);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Token_is_taken_until_the_second_it_expires(int secondsLeft, bool isTaken)
    {
        var token = Expiring($"{TestToken.Now.ToUnixTimeSeconds() + secondsLeft}");

        if (isTaken)
        {
            Assert.Single(Logins.FromJwt(token, TestToken.Clock));
        }
        else
        {
            AssertRefused(ErrorReason.TokenExpired, token);
        }
    }

    [Fact]
    public void ExpiredToken_is_refused_with_the_time() => Assert.Equal(
        "The token expired at 2026-03-01 11:59:00Z.",
        AssertRefused(ErrorReason.TokenExpired, Expiring($"{TestToken.Now.AddMinutes(-1).ToUnixTimeSeconds()}")).Message);

    // In th-TH it would be the year 2569, in fi-FI 11.59.00.
    [Fact]
    public void ExpiredToken_is_refused_with_the_time_in_every_culture()
    {
        using var culture = new OtherCulture();

        ExpiredToken_is_refused_with_the_time();
    }

    // Without a clock, the system's.
    [Fact]
    public void ExpiredToken_is_refused_by_the_systems_clock() =>
        Assert.Equal(ErrorReason.TokenExpired, Assert.Throws<LoginTokenException>(() => Logins.FromJwt(Expiring("1"))).Reason);

    [Theory]
    [InlineData("1e400")]
    [InlineData("1e18")]
    [InlineData("99999999999999999999999999")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Expiration_that_is_no_date_is_left_to_the_service(string expiration) =>
        Assert.Single(Logins.FromJwt(Expiring(expiration), TestToken.Clock));

    [Theory]
    [InlineData("-1e400")]
    [InlineData("-99999999999999")]
    [InlineData("0")]
    [InlineData("1.5e9")]
    public void Expiration_long_ago_is_refused(string expiration) => AssertRefused(ErrorReason.TokenExpired, Expiring(expiration));

    [Fact]
    public void Token_without_an_audience_is_refused() =>
        AssertRefused(ErrorReason.MissingAudience, Jwt.Unsigned($$"""{"iss":"{{Issuer}}","scope":"openid"}"""));

    [Fact]
    public void Token_of_another_provider_is_refused_with_both_names()
    {
        var exception = Assert.Throws<LoginTokenException>(() => Logins.Google(TestToken.Issued(Issuer), TestToken.Clock));

        Assert.Equal("The token was issued by login.example.com and not by accounts.google.com.", exception.Message);
        Assert.Equal(ErrorReason.IssuerMismatch, exception.Reason);
        Assert.Contains("Logins.FromJwt", exception.Hint, StringComparison.Ordinal);
    }

    // Who passes the access token and the ID token finds neither in the message.
    [Fact]
    public void Token_in_the_place_of_the_provider_is_not_shown()
    {
        var token = TestToken.UserPool("access");

        var exception = Assert.Throws<LoginTokenException>(() => Logins.OpenIdConnect(token, TestToken.Issued(Issuer), TestToken.Clock));

        Assert.Equal(ErrorReason.IssuerMismatch, exception.Reason);
        Assert.Equal("The token was issued by login.example.com and not by the provider that was named.", exception.Message);
    }

    [Fact]
    public void Token_of_the_user_pool_of_another_region_is_refused() => Assert.Equal(
        $"The token was issued by {Example.UserPool} and not by cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A.",
        Assert.Throws<LoginTokenException>(() => Logins.UserPool("eu-west-1", "eu-west-1_A", TestToken.UserPool("id"), TestToken.Clock)).Message);

    // Bytes changed at random: whatever comes of it is a login or this exception, and the exception has nothing of the token.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void DamagedTokens_give_no_other_exception(int seed)
    {
        var random = new Random(seed);
        var claims = Encoding.UTF8.GetBytes($$"""{"iss":"{{Issuer}}","aud":["app"],"exp":4102444800,"token_use":"id","sub":"\u00e9"}""");
        for (var i = 0; i < 5000; i++)
        {
            var damaged = (byte[])claims.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var token = $"{Jwt.Encode("{}")}.{Jwt.Encode(damaged[..random.Next(damaged.Length / 2, damaged.Length + 1)])}.s";
            var exception = Record.Exception(() => Logins.FromJwt(token, TestToken.Clock));
            Assert.True(exception is null or LoginTokenException, $"{exception} from {token}");
            Assert.DoesNotContain(token, exception?.ToString() ?? "", StringComparison.Ordinal);
        }
    }

    private static string Expiring(string expiration) => Jwt.Unsigned($$"""{"iss":"{{Issuer}}","aud":"a","exp":{{expiration}}}""");

    private static LoginTokenException AssertRefused(ErrorReason reason, string token)
    {
        var exception = Assert.Throws<LoginTokenException>(() => Logins.FromJwt(token, TestToken.Clock));

        Assert.Equal(reason, exception.Reason);
        Assert.NotNull(exception.Hint);
        if (token.Length > 5)
        {
            Assert.DoesNotContain(token, exception.ToString(), StringComparison.Ordinal);
            Assert.All(token.Split('.').Where(part => part.Length > 5), part => Assert.DoesNotContain(part, exception.ToString(), StringComparison.Ordinal));
        }

        return exception;
    }
}
