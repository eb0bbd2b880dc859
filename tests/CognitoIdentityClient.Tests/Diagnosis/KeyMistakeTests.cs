using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>
/// A good token under a wrong key. The token's issuer then is what the key should have been, and must not make a wrong key pass for right.
/// </summary>
public sealed class KeyMistakeTests
{
    private const string Issuer = "login.example.com/realms/app";

    private static readonly IdentityPool BothKinds = Pool with
    {
        OpenIdConnectProviderARNs = [$"arn:aws:iam::123456789012:oidc-provider/{Issuer}"],
    };

    public static TheoryData<string, string, string> Mistakes
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var name in (string[])[Example.UserPool, "accounts.google.com", Issuer])
            {
                data.Add(name, $"https://{name}", "key-https");
                data.Add(name, $"https://{name}/", "key-https");
                data.Add(name, $"http://{name}", "key-https");
                data.Add(name, $" {name}", "key-malformed");
                data.Add(name, $"\"{name}\"", "key-malformed");
                data.Add(name, name.ToUpperInvariant(), "key-malformed");
                data.Add(name, "login", "key-not-a-provider");
                data.Add(name, $"arn:aws:iam::123456789012:oidc-provider/{name}", "key-arn");
                data.Add(name, "www.amazon.com", "key-of-other-provider");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Wrong_key_of_a_good_token_is_the_first_finding_and_names_the_right_one(string name, string key, string code)
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Logins(name, key), Options with { IdentityPool = BothKinds });

        Assert.Equal((code, $"\"{name}\""), (diagnosis.Findings[0].Code, diagnosis.Findings[0].Expected));
        Assert.DoesNotContain(diagnosis.Findings, finding => finding.Code is "provider-not-configured" or "no-providers");
        Assert.Equal(ErrorReason.IssuerMismatch, diagnosis.EnhancedFlow.Reason);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Wrong_key_is_found_without_the_pool_too(string name, string key, string code) => Assert.Equal(
        code, SignInDiagnosis.Create(PoolId, Logins(name, key), new() { TimeProvider = TestToken.Clock }).Findings[0].Code);

    // Two user pools: the key is the listed one's, and the token is from the other one. The key alone would not help.
    [Fact]
    public void Key_of_the_listed_user_pool_with_a_token_of_another_one_reports_both_mistakes()
    {
        const string Other = "cognito-idp.us-east-1.amazonaws.com/us-east-1_Another1";
        var findings = SignInDiagnosis.Create(PoolId, Logins(Other, Example.UserPool), Options).Findings;

        Assert.Equal(["key-of-other-provider", "provider-not-configured"], findings.Select(finding => finding.Code));
        Assert.All(findings, finding => Assert.Equal($"\"{Other}\"", finding.Expected));
    }

    // Its audience is another provider's, so it says nothing.
    [Fact]
    public void Key_of_the_user_pool_with_a_token_of_google_is_the_only_mistake() => Assert.Equal(
        ["key-of-other-provider"],
        SignInDiagnosis.Create(PoolId, Logins("accounts.google.com", Example.UserPool), Options).Findings.Select(finding => finding.Code));

    // https://github.com/amazon-archives/amazon-cognito-identity-js/issues/7: IAM lists the app clients beyond the one in the pool.
    [Fact]
    public void Audience_is_left_to_iam_where_the_user_pool_is_an_openid_connect_provider_too()
    {
        var pool = Pool with
        {
            CognitoIdentityProviders = [new() { ProviderName = Example.UserPool, ClientId = "another" }],
            OpenIdConnectProviderARNs = [$"arn:aws:iam::123456789012:oidc-provider/{Example.UserPool}"],
        };

        Assert.Empty(
            SignInDiagnosis.Create(PoolId, Logins(Example.UserPool, Example.UserPool), Options with { IdentityPool = pool }).Findings);
    }

    [Fact]
    public void Missing_token_is_a_finding()
    {
        var finding = SignInDiagnosis.Create(PoolId, new Dictionary<string, string> { [Example.UserPool] = null! }, Options).Findings[0];

        Assert.Equal(("token-malformed", "an empty text"), (finding.Code, finding.Found));
    }

    [Theory]
    [InlineData("HS256", true)]
    [InlineData("RS256", false)]
    [InlineData("ES256", false)]
    public void Token_signed_with_a_shared_secret_is_found(string algorithm, bool isFound)
    {
        var token = Jwt.Unsigned(
            $$"""{"iss":"https://{{Issuer}}","aud":"1","sub":"1","exp":{{TestToken.Now.AddHours(1).ToUnixTimeSeconds()}}}""",
            $$"""{"alg":"{{algorithm}}"}""");
        var findings = SignInDiagnosis.Create(
            PoolId, new Dictionary<string, string> { [Issuer] = token }, Options with { IdentityPool = BothKinds }).Findings;

        Assert.Equal(isFound ? ["signature-not-verified"] : [], findings.Select(finding => finding.Code));
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
    }

    [Theory]
    [InlineData(Example.UserPool)]
    [InlineData(Issuer)]
    [InlineData("accounts.google.com")]
    public void Right_key_of_a_good_token_has_no_finding(string name) => Assert.Empty(
        SignInDiagnosis.Create(PoolId, Logins(name, name), Options with { IdentityPool = BothKinds }).Findings);

    private static Dictionary<string, string> Logins(string name, string key)
    {
        var audience = name == "accounts.google.com" ? "google-app" : Example.ClientId;
        var expiration = TestToken.Now.AddHours(1).ToUnixTimeSeconds();
        return new()
        {
            [key] = Jwt.Unsigned($$"""{"iss":"https://{{name}}","aud":"{{audience}}","sub":"user-1","exp":{{expiration}}}"""),
        };
    }
}
