using System.Text;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserLogins;

/// <summary>Tokens that cannot be a login are refused at once, and never shown.</summary>
public sealed class LoginTokenTests : LoginTokenTest
{
    /// <summary>Texts that are not a JSON Web Token, or one with invalid claims.</summary>
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

    /// <summary>Issuers that cannot be a provider.</summary>
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
    public void Text_that_is_not_a_readable_token_is_refused(string token) => AssertRefused(ErrorReason.MalformedToken, token);

    [Theory]
    [MemberData(nameof(NoIssuers))]
    public void Token_without_a_providers_issuer_is_refused(string claims)
    {
        var exception = AssertRefused(ErrorReason.IssuerMismatch, Jwt.Unsigned(claims));

        Assert.DoesNotContain("forged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Access_token_is_refused_and_the_message_asks_for_the_id_token()
    {
        var token = TestToken.UserPool("access");

        Assert.Equal(
            "The token is an access token; the ID token of the same sign-in is needed.",
            AssertRefused(ErrorReason.WrongTokenUse, token).WithoutHint());
        Assert.Throws<LoginTokenException>(() => Logins.UserPool("us-east-1", "us-east-1_Ab1Cd2Ef3", token, TestToken.Clock));
    }

    // https://datatracker.ietf.org/doc/html/rfc9068#section-2.1
    [Theory]
    [InlineData("at+jwt")]
    [InlineData("application/at+jwt")]
    public void Access_token_by_its_type_is_refused(string type) => AssertRefused(
        ErrorReason.WrongTokenUse,
        Jwt.Unsigned($$"""{"iss":"{{Issuer}}","aud":"a"}""", header: $$"""{"typ":"{{type}}"}"""));

    [Fact]
    public void Type_that_is_not_text_is_left_to_the_service() =>
        Assert.Single(Logins.FromJwt(Jwt.Unsigned($$"""{"iss":"{{Issuer}}","aud":"a"}""", header: """{"typ":7}"""), TestToken.Clock));

    // Each kind of text that is not a JSON Web Token has a message of its own.
    [Theory]
    [InlineData("ya29.opaque", "(11 characters) is an access token of Google; the ID token of the same sign-in is needed.")]
    [InlineData("EAABsbCS1iHgBA", "(14 characters) is an access token of Facebook; the ID token of the same sign-in is needed.")]
    [InlineData("Atza|IwEBIA", "(11 characters) is an access token of Login with Amazon; the ID token of the same sign-in is needed.")]
    [InlineData(
        "opaque",
        "(6 characters) is not a JSON Web Token, as every ID token is. "
        + "Opaque tokens are access tokens; the ID token of the same sign-in is needed.")]
    [InlineData("a.b.c", "(5 characters) looks like a JSON Web Token but cannot be decoded; pass it whole and unchanged.")]
    [InlineData("bearer eyJ.eyJ.x", "begins with \"Bearer \", which belongs to an HTTP header; pass only the token after it.")]
    public void Text_that_is_not_an_id_token_is_refused_in_words_that_fit_it(string token, string message) =>
        Assert.Equal("The token " + message, Assert.Throws<LoginTokenException>(() => Logins.Google(token, TestToken.Clock)).WithoutHint());

    // https://developers.facebook.com/docs/facebook-login/limited-login/token: iss is https://www.facebook.com.
    [Fact]
    public void Facebook_refuses_the_json_web_token_of_a_limited_login_which_is_a_login_of_another_provider()
    {
        var token = TestToken.Issued("https://www.facebook.com");

        var exception = Assert.Throws<LoginTokenException>(() => Logins.Facebook(token));

        Assert.StartsWith(
            "The token is a JSON Web Token issued by www.facebook.com, but graph.facebook.com takes an opaque access token. Facebook "
            + "issues",
            exception.WithoutHint(),
            StringComparison.Ordinal);
        Assert.Equal(ErrorReason.IssuerMismatch, exception.Reason);
        Assert.DoesNotContain(token, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(["www.facebook.com"], Logins.FromJwt(token, TestToken.Clock).Keys);
    }

    [Fact]
    public void Amazon_and_twitter_refuse_a_json_web_token()
    {
        var token = TestToken.Issued(Issuer);

        Assert.Equal(
            "The token is a JSON Web Token issued by login.example.com, but www.amazon.com takes an opaque access token. "
            + "The access tokens of Login with Amazon begin with Atza|.",
            Assert.Throws<LoginTokenException>(() => Logins.Amazon(token)).WithoutHint());
        Assert.Equal(ErrorReason.IssuerMismatch, Assert.Throws<LoginTokenException>(() => Logins.Twitter(token, "secret")).Reason);
        Assert.Contains(
            "The token is a JSON Web Token, but ",
            Assert.Throws<LoginTokenException>(() => Logins.Amazon(Jwt.Unsigned("{}"))).WithoutHint(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer secret-token")]
    [InlineData("bearer secret-token")]
    [InlineData("BEARER secret-token")]
    public void Prefix_of_a_header_is_reported_in_words_and_the_token_never_shown(string token)
    {
        Func<Logins>[] logins =
        [
            () => Logins.UserPool("us-east-1", "us-east-1_A", token),
            () => Logins.Google(token),
            () => Logins.Apple(token),
            () => Logins.OpenIdConnect("login.example.com", token),
            () => Logins.FromJwt(token),
            () => Logins.Facebook(token),
            () => Logins.Amazon(token),
            () => Logins.Twitter(token, "s"),
        ];

        foreach (var login in logins)
        {
            var exception = Assert.Throws<LoginTokenException>(() => login());

            Assert.Equal(
                "The token begins with \"Bearer \", which belongs to an HTTP header; pass only the token after it.",
                exception.WithoutHint());
            Assert.Equal(ErrorReason.MalformedToken, exception.Reason);
            Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        }
    }

    // Only a claim of the token itself counts.
    [Fact]
    public void Claims_inside_claims_are_not_the_tokens()
    {
        var token = Jwt.Unsigned(
            $$"""{"x":{"token_use":"access","exp":1,"iss":"https://evil.example"},"y":[{"exp":1}],"iss":"{{Issuer}}","aud":["a"]}""");

        Assert.Equal(["login.example.com"], Logins.FromJwt(token, TestToken.Clock).Keys);
    }

    [Fact]
    public void Token_without_an_audience_is_refused() =>
        AssertRefused(ErrorReason.MissingAudience, Jwt.Unsigned($$"""{"iss":"{{Issuer}}","scope":"openid"}"""));

    [Fact]
    public void Token_of_another_provider_is_refused_with_both_names()
    {
        var exception = Assert.Throws<LoginTokenException>(() => Logins.Google(TestToken.Issued(Issuer), TestToken.Clock));

        Assert.Equal("The token was issued by login.example.com and not by accounts.google.com.", exception.WithoutHint());
        Assert.Equal(ErrorReason.IssuerMismatch, exception.Reason);
        Assert.Contains("Logins.FromJwt", exception.Hint, StringComparison.Ordinal);
    }

    // A caller who swaps the arguments must find neither token in the message.
    [Fact]
    public void Token_in_the_place_of_the_provider_is_not_shown()
    {
        var token = TestToken.UserPool("access");

        var exception = Assert.Throws<LoginTokenException>(() => Logins.OpenIdConnect(token, TestToken.Issued(Issuer), TestToken.Clock));

        Assert.Equal(ErrorReason.IssuerMismatch, exception.Reason);
        Assert.Equal("The token was issued by login.example.com and not by the provider that was named.", exception.WithoutHint());
    }

    [Fact]
    public void Token_of_the_user_pool_of_another_region_is_refused() => Assert.Equal(
        $"The token was issued by {Example.UserPool} and not by cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A.",
        Assert.Throws<LoginTokenException>(
            () => Logins.UserPool("eu-west-1", "eu-west-1_A", TestToken.UserPool("id"), TestToken.Clock)).WithoutHint());

    // Bytes are changed at random. The result is always a login or this exception, whose text contains nothing of the token.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Damaged_tokens_give_no_other_exception(int seed)
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
}
