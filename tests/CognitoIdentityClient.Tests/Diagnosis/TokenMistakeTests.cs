using System.Text;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>Tokens of the wrong kind or form under a right key, and apps that the pool does not list.</summary>
public sealed class TokenMistakeTests
{
    private const string Issuer = "idp.example.com";
    private const string SamlArn = "arn:aws:iam::123456789012:saml-provider/Example";

    private static readonly IdentityPool AllKinds = Pool with
    {
        OpenIdConnectProviderARNs = [$"arn:aws:iam::123456789012:oidc-provider/{Issuer}"],
        SamlProviderARNs = [SamlArn],
        SupportedLoginProviders = new Dictionary<string, string>
        {
            ["accounts.google.com"] = "web",
            ["graph.facebook.com"] = "1234567890",
            ["www.amazon.com"] = "amzn1.application.1",
            ["api.twitter.com"] = "key;secret",
        },
    };

    // Auth0 and Okta put the scope into access tokens alone; Keycloak writes the kind into typ.
    [Theory]
    [InlineData("""{"aud":["https://api.example.com"],"azp":"web","scope":"openid profile"}""", FindingSeverity.Warning)]
    [InlineData("""{"aud":"account","azp":"web","typ":"Bearer"}""", FindingSeverity.Warning)]
    [InlineData("""{"aud":"api","scp":["openid"]}""", FindingSeverity.Warning)]
    [InlineData("""{"scp":"User.Read"}""", FindingSeverity.Error)]
    public void Access_token_is_known_by_its_claims(string claims, FindingSeverity severity)
    {
        var finding = Diagnose(Issuer, Token(Issuer, claims)).Findings[0];

        Assert.Equal(("access-token", severity), (finding.Code, finding.Severity));
    }

    [Fact]
    public void Id_token_is_not_taken_for_an_access_token() =>
        Assert.Empty(Diagnose(Issuer, Token(Issuer, """{"aud":"web","azp":"web","typ":"ID","nonce":"1"}""")).Findings);

    [Theory]
    [InlineData("graph.facebook.com", "undefined", "token-malformed", FindingSeverity.Error)]
    [InlineData("graph.facebook.com", "", "token-malformed", FindingSeverity.Error)]
    [InlineData("graph.facebook.com", "Bearer EAAx", "token-malformed", FindingSeverity.Error)]
    [InlineData("graph.facebook.com", "ya29.x", "key-of-other-provider", FindingSeverity.Error)]
    [InlineData("www.amazon.com", "EAAx", "key-of-other-provider", FindingSeverity.Error)]
    [InlineData("www.amazon.com", "{\"access_token\":\"Atza|x\"}", "token-malformed", FindingSeverity.Error)]
    [InlineData("api.twitter.com", "1-token", "token-malformed", FindingSeverity.Warning)]
    public void Opaque_token_that_is_not_of_the_provider_is_found(string key, string text, string code, FindingSeverity severity)
    {
        var finding = Assert.Single(Diagnose(key, text).Findings);

        Assert.Equal((code, severity), (finding.Code, finding.Severity));
    }

    [Theory]
    [InlineData("graph.facebook.com", "EAAx")]
    [InlineData("www.amazon.com", "Atza|x")]
    [InlineData("api.twitter.com", "1-token;secret")]
    [InlineData(SamlArn, "PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPSJ4Ii8+")]
    public void Token_of_the_right_form_has_no_finding(string key, string text) => Assert.Empty(Diagnose(key, text).Findings);

    [Theory]
    [InlineData("<samlp:Response/>", "XML")]
    [InlineData("PHNhbWxwOlJlc3BvbnNlLz4%3D", "a URL-encoded text")]
    [InlineData("null", "the text \"null\"")]
    [InlineData("b:<saml:Assertion/>", "a SAML document without a response")]
    [InlineData("b:compressed", "Base64 of something else than XML")]
    public void Saml_response_of_another_form_is_found(string text, string found)
    {
        var token = text.StartsWith("b:", StringComparison.Ordinal) ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text[2..])) : text;
        var finding = Assert.Single(Diagnose(SamlArn, token).Findings);

        Assert.Equal(("token-malformed", FindingSeverity.Warning, found), (finding.Code, finding.Severity, finding.Found));
    }

    [Fact]
    public void Json_web_token_under_a_saml_provider_is_found() =>
        Assert.Equal("a JSON Web Token", Assert.Single(Diagnose(SamlArn, Token(Issuer, """{"aud":"web"}""")).Findings).Found);

    // https://docs.aws.amazon.com/cognito/latest/developerguide/open-id.html: azp counts where the token has it.
    [Fact]
    public void App_that_asked_for_the_token_is_shown_where_iam_keeps_the_audiences()
    {
        var cause = Diagnose(Issuer, Token(Issuer, """{"aud":"web","azp":"android"}"""), "Invalid login token. Incorrect token audience.")
            .PossibleCauses.Single(cause => cause.Code == "iam-provider-audience");

        Assert.Equal("aud \"web\", azp \"android\"", cause.Found);
        Assert.Contains("azp", cause.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Audience_is_left_to_iam_where_a_social_provider_is_an_openid_connect_provider()
    {
        var pool = Pool with
        {
            SupportedLoginProviders = new Dictionary<string, string>(),
            OpenIdConnectProviderARNs = ["arn:aws:iam::123456789012:oidc-provider/accounts.google.com"],
        };
        var logins = new Dictionary<string, string> { ["accounts.google.com"] = Token("accounts.google.com", """{"aud":"web"}""") };
        var options = Options with { IdentityPool = pool, ErrorMessage = "Token is not from a supported provider of this identity pool." };

        Assert.Contains(SignInDiagnosis.Create(PoolId, logins, options).PossibleCauses, cause => cause.Code == "iam-provider-audience");
    }

    [Theory]
    [InlineData("Token is not from a supported provider of this identity pool.", true)]
    [InlineData(null, false)]
    public void App_that_asked_google_for_the_token_is_suspect_after_an_error_about_it(string? message, bool isFound)
    {
        var token = Token("accounts.google.com", """{"aud":"web","azp":"android"}""");
        var findings = Diagnose("accounts.google.com", token, message).Findings;

        Assert.Equal(
            isFound ? ["Logins[\"accounts.google.com\"].azp"] : [],
            findings.Where(finding => finding.Code == "audience-not-configured").Select(finding => finding.Path));
    }

    [Theory]
    [InlineData("www.amazon.com", "amzn1.application-oa2-client.1", true)]
    [InlineData("www.amazon.com", "amzn1.application.1", false)]
    [InlineData("graph.facebook.com", "MyApp", true)]
    [InlineData("api.twitter.com", "key", true)]
    public void App_id_of_another_form_is_found_in_the_pool_and_in_the_sign_in(string provider, string app, bool isFound)
    {
        var pool = Pool with { SupportedLoginProviders = new Dictionary<string, string> { [provider] = app } };
        var logins = new Dictionary<string, string> { [provider] = "a;b" };
        var inSignIn = SignInDiagnosis.Create(PoolId, logins, Options with { IdentityPool = pool }).Findings;

        Assert.Equal(isFound, inSignIn.Any(finding => finding.Code == "social-app-id"));
        Assert.Equal(isFound, IdentityPoolDiagnosis.Create(pool, Roles).Findings.Any(finding => finding.Code == "social-app-id"));
    }

    [Fact]
    public void Claims_that_were_left_out_of_the_token_do_not_hide_the_cause()
    {
        var logins = new Dictionary<string, string>
        {
            [Example.UserPool] = Jwt.Unsigned($$"""{"iss":"https://{{Example.UserPool}}","aud":"{{Example.ClientId}}"}"""),
            ["accounts.google.com"] = Jwt.Unsigned("""{"iss":"accounts.google.com","aud":"other"}"""),
        };
        var diagnosis = SignInDiagnosis.Create(PoolId, logins, Options);

        Assert.Equal("audience-not-configured", diagnosis.Findings[0].Code);
        Assert.Contains(diagnosis.PossibleCauses, cause => cause.Code == "trust-amr");
    }

    private static SignInDiagnosis Diagnose(string key, string token, string? message = null) => SignInDiagnosis.Create(
        PoolId,
        new Dictionary<string, string> { [key] = token },
        Options with { IdentityPool = AllKinds, ErrorMessage = message });

    private static string Token(string issuer, string claims)
    {
        var expiration = TestToken.Now.AddHours(1).ToUnixTimeSeconds();
        return Jwt.Unsigned($$"""{{claims[..^1]}},"iss":"https://{{issuer}}","sub":"user-1","exp":{{expiration}}}""");
    }
}
