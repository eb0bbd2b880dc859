using System.Text;
using System.Text.Json;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The texts of a diagnosis: what a ticket may hold.</summary>
public sealed class DiagnosisReportTests
{
    private const string Secret = "s3cr3t";

    // A marked secret in every place that a user could put one into, also where a token does not belong.
    public static TheoryData<string, string> SecretLogins => new()
    {
        {
            Example.UserPool,
            $"{Login($",\"email\":\"{Secret}@example.com\",\"name\":\"{Secret}\"").Values.Single()}{Secret}"
        },
        { Example.UserPool, $"Bearer eyJ{Secret}" },
        { Example.UserPool, $"{{\"id_token\":\"{Secret}\"}}" },
        { Example.UserPool, $"eyJ{Secret}.{Secret}.{Secret}" },
        { "accounts.google.com", $"ya29.{Secret}" },
        { "graph.facebook.com", $"EAA{Secret}" },
        { "Facebook", $"EAA{Secret}" },
        { $"eyJhbGciOiJub25lIn0.eyJ{Secret}.{Secret}", Example.UserPool },
        { "cognito-identity.amazonaws.com", $"{Secret}" },
        {
            "arn:aws:iam::123456789012:saml-provider/Example",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"<a NotOnOrAfter=\"2020-01-01T00:00:00Z\">{Secret}</a>"))
        },
        { "login.example", Secret },
    };

    [Theory]
    [MemberData(nameof(SecretLogins))]
    public void No_text_holds_a_secret_of_the_token(string key, string token)
    {
        var logins = new Dictionary<string, string> { [key] = token };
        SignInDiagnosisOptions[] all =
        [
            Options,
            Options with { ErrorCode = "ValidationException", ErrorMessage = $"Value '{token}' at 'logins' failed" },
            Options with { Operation = "GetCredentialsForIdentity" },
            Options with { Operation = "GetOpenIdTokenForDeveloperIdentity" },
            Options with { Operation = "AssumeRoleWithWebIdentity" },
            new() { TimeProvider = TestToken.Clock },
        ];
        foreach (var options in all)
        {
            var diagnosis = SignInDiagnosis.Create(PoolId, logins, options);
            foreach (var text in new[] { diagnosis.ToString(), diagnosis.ToMarkdown(), diagnosis.ToJson() })
            {
                Assert.DoesNotContain(Secret, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(token, text.Replace(Example.UserPool, "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Json_has_the_names_of_the_properties()
    {
        var json = JsonDocument.Parse(SignInDiagnosis.Create(
            PoolId, new Dictionary<string, string> { [Example.UserPool] = TestToken.UserPool("access") }, Options).ToJson()).RootElement;

        Assert.Equal("Error", json.GetProperty("EnhancedFlow").GetProperty("Result").GetString());
        Assert.Equal("MissingAudience", json.GetProperty("EnhancedFlow").GetProperty("Reason").GetString());
        Assert.Equal("access-token", json.GetProperty("Findings")[0].GetProperty("Code").GetString());
    }

    [Fact]
    public void Text_begins_with_the_outcome_and_the_cause()
    {
        var lines = SignInDiagnosis.Create(PoolId, options: Options).ToString().Split('\n');

        Assert.Equal($"Sign-in of a guest with identity pool {PoolId}", lines[0]);
        Assert.StartsWith(
            "  - enhanced flow: NotAuthorizedException (UnauthenticatedDisabled) from GetId.", lines[3], StringComparison.Ordinal);
        Assert.Equal("  - Error: There are no logins, and the identity pool lets no guests in. (guests-not-allowed)", lines[7]);
    }

    // Keys and claims come from anywhere, and tickets render what they get.
    [Fact]
    public void Markdown_and_terminal_are_safe_from_foreign_text()
    {
        var logins = new Dictionary<string, string> { ["[x](http://evil)\u001b[2J<img>"] = "opaque" };
        var diagnosis = SignInDiagnosis.Create(PoolId, logins, Options);

        Assert.DoesNotContain('\u001b', diagnosis.ToString());
        Assert.DoesNotContain("[x](", diagnosis.ToMarkdown(), StringComparison.Ordinal);
        Assert.DoesNotContain("<img>", diagnosis.ToMarkdown().Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
