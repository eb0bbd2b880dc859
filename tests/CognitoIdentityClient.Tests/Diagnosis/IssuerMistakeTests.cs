using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>Keys and issuers that do not fit each other, as users of hosted identity providers report them.</summary>
public sealed class IssuerMistakeTests
{
    private const string Tenant = "login.microsoftonline.com/11111111-aaaa-bbbb-cccc-222222222222/v2.0";
    private const string OtherProvider = "key-of-other-provider";
    private const string SignInPages = "The domain of its sign-in pages";

    // Microsoft's issuers: https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference. Okta's:
    // https://developer.okta.com/docs/concepts/auth-servers/. Keycloak left "/auth" out of its addresses in version 17.
    [Theory]
    [InlineData(Tenant, Tenant, "login.microsoftonline.com", "key-malformed")]
    [InlineData("example.okta.com/oauth2/default", "example.okta.com", "example.okta.com", OtherProvider)]
    [InlineData("sso.example.com/realms/app", "sso.example.com/auth/realms/app", "sso.example.com/auth/realms/app", OtherProvider)]
    public void Key_with_another_path_than_the_issuer_is_distinguished_from_another_provider(
        string issuer, string listed, string key, string code)
    {
        var finding = Diagnose(issuer, key, listed).Findings[0];

        Assert.Equal((code, $"\"{issuer}\"", ErrorReason.IssuerMismatch), (finding.Code, finding.Expected, finding.Reason));
        Assert.StartsWith("Use the issuer with its whole path", finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Provider_is_not_listed_when_the_pool_has_it_with_another_path() => Assert.Equal(
        ["key-of-other-provider", "provider-not-configured"],
        Diagnose("example.okta.com/oauth2/default", "example.okta.com", "example.okta.com").Findings.Select(finding => finding.Code));

    [Fact]
    public void Token_of_version_1_of_microsoft_is_of_another_provider_than_version_2()
    {
        const string Issuer = "sts.windows.net/11111111-aaaa-bbbb-cccc-222222222222";
        var findings = Diagnose($"{Issuer}/", Tenant, Tenant).Findings;

        Assert.Equal(["key-of-other-provider", "provider-not-configured"], findings.Select(finding => finding.Code));
        Assert.All(findings, finding => Assert.Equal($"\"{Issuer}\"", finding.Expected));
    }

    [Theory]
    [InlineData("example.auth.us-east-1.amazoncognito.com", "key-not-a-provider", SignInPages)]
    [InlineData("auth.example.com", "key-of-other-provider", SignInPages)]
    [InlineData($"{Example.UserPool}:{Example.ClientId}", "key-malformed", "Make the key from the token's issuer")]
    [InlineData("cognito-identity.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3", "key-malformed", "the user pool's own name")]
    public void Key_that_is_another_name_of_the_user_pool_is_corrected(string key, string code, string advice)
    {
        var finding = SignInDiagnosis.Create(PoolId, Login(key: key), Options).Findings[0];

        Assert.Equal((code, $"\"{Example.UserPool}\""), (finding.Code, finding.Expected));
        Assert.Contains(advice, finding.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Word_for_a_social_provider_is_not_a_provider() =>
        Assert.Equal("key-not-a-provider", Diagnose("accounts.google.com", "google.com", "idp.example.com").Findings[0].Code);

    [Theory]
    [InlineData("http://sso.example.com/realms/app", "sso.example.com/realms/app")]
    [InlineData("my-backend", "my-backend")]
    [InlineData("my-backend", Example.UserPool)]
    public void Issuer_that_is_not_an_https_address_is_the_cause_whatever_the_key_is(string issuer, string key)
    {
        var token = Token($$"""{"iss":"{{issuer}}","aud":"app"}""");
        var pool = Pool with { OpenIdConnectProviderARNs = ["arn:aws:iam::123456789012:oidc-provider/sso.example.com/realms/app"] };
        var diagnosis = SignInDiagnosis.Create(
            PoolId, new Dictionary<string, string> { [key] = token }, Options with { IdentityPool = pool });

        Assert.Equal(
            ("issuer-not-https", $"Logins[\"{key}\"].iss", $"\"{issuer}\""),
            (diagnosis.Findings[0].Code, diagnosis.Findings[0].Path, diagnosis.Findings[0].Found));
        Assert.Equal(ErrorReason.IssuerMismatch, diagnosis.EnhancedFlow.Reason);
    }

    [Fact]
    public void Issuer_without_the_scheme_is_reported_as_the_provider_that_is_not_listed()
    {
        var logins = new Dictionary<string, string> { ["idp.example.com"] = Token("""{"iss":"idp.example.com","aud":"app"}""") };

        Assert.Equal(
            ["provider-not-configured"], SignInDiagnosis.Create(PoolId, logins, Options).Findings.Select(finding => finding.Code));
    }

    private static SignInDiagnosis Diagnose(string issuer, string key, string listed)
    {
        var logins = new Dictionary<string, string> { [key] = Token($$"""{"iss":"https://{{issuer}}","aud":"app"}""") };
        var pool = Pool with { OpenIdConnectProviderARNs = [$"arn:aws:iam::123456789012:oidc-provider/{listed}"] };
        return SignInDiagnosis.Create(PoolId, logins, Options with { IdentityPool = pool });
    }

    private static string Token(string claims) => Jwt.Unsigned(
        $$"""{{claims[..^1]}},"sub":"user-1","exp":{{TestToken.Now.AddHours(1).ToUnixTimeSeconds()}}}""");
}
