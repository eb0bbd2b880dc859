using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserLogins;

public sealed class LoginsTests
{
    private const string Opaque = "opaque-token";

    /// <summary>A region of each partition, and the name of a user pool in it.</summary>
    public static TheoryData<string, string> UserPools { get; } = new()
    {
        { "us-east-1", "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC" },
        { "eu-central-1", "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbC" },
        { "us-gov-west-1", "cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_AbC" },
        { "cn-north-1", "cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbC" },
        { "us-iso-east-1", "cognito-idp.us-iso-east-1.c2s.ic.gov/us-iso-east-1_AbC" },
        { "us-isob-east-1", "cognito-idp.us-isob-east-1.sc2s.sgov.gov/us-isob-east-1_AbC" },
        { "eu-isoe-west-1", "cognito-idp.eu-isoe-west-1.cloud.adc-e.uk/eu-isoe-west-1_AbC" },
        { "us-isof-south-1", "cognito-idp.us-isof-south-1.csp.hci.ic.gov/us-isof-south-1_AbC" },
        { "eusc-de-east-1", "cognito-idp.eusc-de-east-1.amazonaws.eu/eusc-de-east-1_AbC" },
        { "xx-new-1", "cognito-idp.xx-new-1.amazonaws.com/xx-new-1_AbC" },
    };

    [Theory]
    [MemberData(nameof(UserPools))]
    public void UserPool_is_named_as_in_its_partition(string region, string provider)
    {
        var token = TestToken.Issued($"https://{provider}");

        AssertIs(provider, token, Logins.UserPool(region, $"{region}_AbC", token, TestToken.Clock));
        AssertIs(provider, token, Logins.FromJwt(token, TestToken.Clock));
    }

    [Theory]
    [InlineData("https://accounts.google.com", "accounts.google.com")]
    [InlineData("accounts.google.com", "accounts.google.com")]
    [InlineData("https://appleid.apple.com", "appleid.apple.com")]
    [InlineData("https://login.example.com/tenant", "login.example.com/tenant")]
    [InlineData("https://tenant.eu.auth0.com/", "tenant.eu.auth0.com")]
    [InlineData("https://cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com")]
    public void FromJwt_names_the_provider_by_the_issuer(string issuer, string provider)
    {
        var token = TestToken.Issued(issuer);

        AssertIs(provider, token, Logins.FromJwt(token, TestToken.Clock));
    }

    [Fact]
    public void Factories_name_the_provider_as_the_service_does()
    {
        var google = TestToken.Issued("accounts.google.com");
        var apple = TestToken.Issued("https://appleid.apple.com");
        var other = TestToken.Issued("https://login.example.com/");

        AssertIs("accounts.google.com", google, Logins.Google(google, TestToken.Clock));
        AssertIs("appleid.apple.com", apple, Logins.Apple(apple, TestToken.Clock));
        AssertIs("login.example.com", other, Logins.OpenIdConnect("login.example.com", other, TestToken.Clock));
        AssertIs("login.example.com", other, Logins.OpenIdConnect("login.example.com/", other, TestToken.Clock));
        AssertIs("login.example.com", other, Logins.OpenIdConnect("https://login.example.com/", other, TestToken.Clock));
        AssertIs("graph.facebook.com", Opaque, Logins.Facebook(Opaque));
        AssertIs("www.amazon.com", Opaque, Logins.Amazon(Opaque));
        AssertIs("api.twitter.com", "1-token;secret", Logins.Twitter("1-token", "secret"));
        AssertIs(Example.SamlProvider, Opaque, Logins.Saml(Example.SamlProvider, Opaque));
        AssertIs("login.mycompany.myapp", "alice", Logins.Developer("login.mycompany.myapp", "alice"));
    }

    [Fact]
    public void Blank_is_refused_by_the_name_of_the_parameter()
    {
        var token = TestToken.UserPool("id");

        Assert.Throws<ArgumentException>("region", () => Logins.UserPool("", "us-east-1_A", token));
        Assert.Throws<ArgumentException>("region", () => Logins.UserPool("evil.example/", "us-east-1_A", token));
        Assert.Throws<ArgumentException>("userPoolId", () => Logins.UserPool("us-east-1", " ", token));
        Assert.Throws<ArgumentException>("idToken", () => Logins.UserPool("us-east-1", "us-east-1_A", ""));
        Assert.Throws<ArgumentNullException>("idToken", () => Logins.Google(null!));
        Assert.Throws<ArgumentException>("idToken", () => Logins.Apple(""));
        Assert.Throws<ArgumentException>("accessToken", () => Logins.Facebook(""));
        Assert.Throws<ArgumentException>("accessToken", () => Logins.Amazon("\t"));
        Assert.Throws<ArgumentException>("accessToken", () => Logins.Twitter("", "secret"));
        Assert.Throws<ArgumentException>("accessTokenSecret", () => Logins.Twitter("1-token", " "));
        Assert.Throws<ArgumentException>("provider", () => Logins.OpenIdConnect("", token));
        Assert.Throws<ArgumentException>("providerArn", () => Logins.Saml("", Opaque));
        Assert.Throws<ArgumentException>("assertion", () => Logins.Saml(Example.SamlProvider, ""));
        Assert.Throws<ArgumentException>("provider", () => Logins.Developer("", "alice"));
        Assert.Throws<ArgumentException>("userId", () => Logins.Developer("login", ""));
        Assert.Throws<ArgumentNullException>("token", () => Logins.FromJwt(null!));
    }

    [Theory]
    [InlineData("Facebook", "graph.facebook.com")]
    [InlineData("google", "accounts.google.com")]
    [InlineData("Amazon", "www.amazon.com")]
    [InlineData("APPLE", "appleid.apple.com")]
    [InlineData("twitter", "api.twitter.com")]
    public void OpenIdConnect_refuses_a_common_name_and_reports_the_services(string common, string name) => Assert.Equal(
        $"The service has no provider named {common}; it knows that one as {name}. (Parameter 'provider')",
        Assert.Throws<ArgumentException>(
            "provider", () => Logins.OpenIdConnect(common, TestToken.Issued("https://login.example.com"))).Message);

    [Theory]
    [InlineData("ExampleDirectory")]
    [InlineData("https://idp.example.com/saml")]
    [InlineData("arn:aws:iam::123456789012:oidc-provider/login.example.com")]
    public void Saml_refuses_what_is_not_the_arn_of_a_saml_provider(string provider) =>
        Assert.Throws<ArgumentException>("providerArn", () => Logins.Saml(provider, Opaque));

    [Theory]
    [InlineData("https://login.example.com")]
    [InlineData("my company")]
    public void Developer_refuses_what_cannot_be_the_name_of_a_developer_provider(string name) =>
        Assert.Throws<ArgumentException>("provider", () => Logins.Developer(name, "alice"));

    [Fact]
    public void UserPool_refuses_the_id_of_an_identity_pool_and_shows_it() => Assert.Contains(
        $"{Example.PoolId} is the id of an identity pool; the id of a user pool, such as us-east-1_AbCdEfGhI, is needed.",
        Assert.Throws<ArgumentException>(
            "userPoolId", () => Logins.UserPool("us-east-1", Example.PoolId, TestToken.UserPool("id"))).Message,
        StringComparison.Ordinal);

    // If the joined text were accepted as the token, a second secret would be appended to it.
    [Fact]
    public void Twitter_refuses_a_token_and_secret_that_are_joined_already()
    {
        var exception = Assert.Throws<ArgumentException>("accessToken", () => Logins.Twitter("1-token;secret", "secret"));

        Assert.DoesNotContain("1-token", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void And_adds_logins_and_changes_neither()
    {
        var facebook = Logins.Facebook("f");
        var amazon = Logins.Amazon("a");
        var both = facebook.And(amazon);

        Assert.Equal(["graph.facebook.com", "www.amazon.com"], both.Keys);
        Assert.Equal(["f", "a"], both.Values);
        Assert.Single(facebook);
        Assert.Single(amazon);
        Assert.Throws<ArgumentNullException>("other", () => both.And(null!));
    }

    [Fact]
    public void And_with_a_login_of_the_same_provider_is_refused_without_its_token()
    {
        var exception = Assert.Throws<ArgumentException>("other", () => Logins.Facebook(Opaque).And(Logins.Facebook("another")));

        Assert.Contains("graph.facebook.com", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Opaque, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_masks_the_tokens()
    {
        var logins = Logins.Facebook(Opaque).And(Logins.Developer("login", "alice"));

        Assert.Equal("{ graph.facebook.com = ***, login = *** }", logins.ToString());
        Assert.Equal(
            "GetIdRequest { AccountId = , IdentityPoolId = us-east-1:1, Logins = { graph.facebook.com = ***, login = *** } }",
            new GetIdRequest { IdentityPoolId = "us-east-1:1", Logins = logins }.ToString());
    }

    [Fact]
    public void Logins_are_a_dictionary()
    {
        var logins = Logins.Facebook(Opaque);

        Assert.Equal(Opaque, logins["graph.facebook.com"]);
        Assert.True(logins.ContainsKey("graph.facebook.com"));
        Assert.False(logins.ContainsKey("GRAPH.facebook.com"));
        Assert.True(logins.TryGetValue("graph.facebook.com", out var token));
        Assert.Equal(Opaque, token);
        Assert.Throws<KeyNotFoundException>(() => logins["www.amazon.com"]);
    }

    [Fact]
    public async Task Logins_go_to_the_wire_as_they_are()
    {
        var service = ScriptedHandler.Responding("{\"IdentityId\":\"us-east-1:0\"}");
        using var client = service.CreateClient();
        await client.GetIdAsync(new() { IdentityPoolId = Example.PoolId, Logins = Logins.Facebook("f").And(Logins.Amazon("a")) });

        JsonAssert.Equal(
            $$"""{ "IdentityPoolId": "{{Example.PoolId}}", "Logins": { "graph.facebook.com": "f", "www.amazon.com": "a" } }""",
            service.Requests[0].Body);
    }

    private static void AssertIs(string provider, string token, Logins logins) =>
        Assert.Equal([KeyValuePair.Create(provider, token)], logins);
}
