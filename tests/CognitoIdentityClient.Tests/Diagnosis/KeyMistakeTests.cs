using CognitoIdentity.Tests.LoginTokens;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
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
