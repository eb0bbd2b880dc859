using System.Text.Json;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Operations;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The report of an identity pool, for a terminal, for a ticket and for programs.</summary>
public sealed class PoolReportTests
{
    private const string Note = "The pool's roles and role mappings are unknown, because they were not given.";

    private static readonly IdentityPool Incomplete = new()
    {
        IdentityPoolId = PoolId,
        IdentityPoolName = "Pool",
        AllowUnauthenticatedIdentities = true,
        AllowClassicFlow = false,
        CognitoIdentityProviders = [new() { ProviderName = Example.UserPool }],
    };

    [Fact]
    public void Text_has_findings_statements_and_notes() => Assert.Equal(
        """
        Identity pool us-east-1:11111111-2222-3333-4444-555555555555

        Findings
          - Warning: The provider has no app id, so the pool accepts none of its tokens. (provider-without-audience)
              at IdentityPool.CognitoIdentityProviders[0].ClientId
              found:    no app client
              expected: the id of an app client
              do:       Enter the id of the app client that issues the tokens.

        Statement that the trust policy of a role for guests must contain
          {
            "Effect": "Allow",
            "Principal": {
              "Federated": "cognito-identity.amazonaws.com"
            },
            "Action": [
              "sts:AssumeRoleWithWebIdentity"
            ],
            "Condition": {
              "StringEquals": {
                "cognito-identity.amazonaws.com:aud": "us-east-1:11111111-2222-3333-4444-555555555555"
              },
              "ForAnyValue:StringLike": {
                "cognito-identity.amazonaws.com:amr": "unauthenticated"
              }
            }
          }

        Statement that the trust policy of a role for signed-in users must contain
          {
            "Effect": "Allow",
            "Principal": {
              "Federated": "cognito-identity.amazonaws.com"
            },
            "Action": [
              "sts:AssumeRoleWithWebIdentity"
            ],
            "Condition": {
              "StringEquals": {
                "cognito-identity.amazonaws.com:aud": "us-east-1:11111111-2222-3333-4444-555555555555"
              },
              "ForAnyValue:StringLike": {
                "cognito-identity.amazonaws.com:amr": "authenticated"
              }
            }
          }

        Notes
          - The pool's roles and role mappings are unknown, because they were not given.

        """,
        IdentityPoolDiagnosis.Create(Incomplete).ToString());

    [Fact]
    public void Markdown_has_headings_items_and_code()
    {
        var markdown = IdentityPoolDiagnosis.Create(Incomplete).ToMarkdown();

        Assert.StartsWith($"# Identity pool {PoolId}\n\n## Findings\n\n- Warning: ", markdown, StringComparison.Ordinal);
        Assert.Contains("\n  - at IdentityPool.CognitoIdentityProviders\\[0\\].ClientId\n", markdown, StringComparison.Ordinal);
        Assert.Contains(
            "\n## Statement that the trust policy of a role for guests must contain\n\n\n```json\n{\n  \"Effect\": \"Allow\",",
            markdown,
            StringComparison.Ordinal);
        Assert.EndsWith($"\n## Notes\n\n- {Note}\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_names_of_the_properties()
    {
        var diagnosis = IdentityPoolDiagnosis.Create(Incomplete);
        var json = JsonDocument.Parse(diagnosis.ToJson()).RootElement;

        Assert.Equal(PoolId, json.GetProperty("IdentityPoolId").GetString());
        var finding = json.GetProperty("Findings")[0];
        Assert.Equal("provider-without-audience", finding.GetProperty("Code").GetString());
        Assert.Equal("Warning", finding.GetProperty("Severity").GetString());
        Assert.Equal(diagnosis.Findings[0].Advice, finding.GetProperty("Advice").GetString());
        Assert.Equal(diagnosis.GuestTrustPolicyStatement, json.GetProperty("GuestTrustPolicyStatement").GetString());
        Assert.Equal(diagnosis.UserTrustPolicyStatement, json.GetProperty("UserTrustPolicyStatement").GetString());
        Assert.Equal(Note, json.GetProperty("Notes")[0].GetString());
    }

    [Fact]
    public void Report_of_a_sound_pool_says_that_there_is_nothing()
    {
        var text = IdentityPoolDiagnosis.Create(Pool, Roles).ToString();

        Assert.StartsWith($"Identity pool {PoolId}\n\nFindings\n  - none\n\nStatement", text, StringComparison.Ordinal);
        Assert.DoesNotContain("guests", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Notes", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pool_of_another_region_and_a_pool_that_is_missing_are_findings()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var elsewhere = await client.DiagnoseIdentityPoolAsync("eu-west-1:11111111-2222-3333-4444-555555555555");
        var missing = await client.DiagnoseIdentityPoolAsync(PoolId);
        var signIn = await client.DiagnoseSignInAsync(PoolId);

        Assert.Equal("wrong-region", Assert.Single(elsewhere.Findings).Code);
        foreach (var finding in (DiagnosisFinding[])[Assert.Single(missing.Findings), Assert.Single(signIn.Findings)])
        {
            Assert.Equal(("identity-pool-not-found", FindingSeverity.Warning), (finding.Code, finding.Severity));
            Assert.Equal($"\"{PoolId}\"", finding.Found);
        }

        Assert.Equal(PredictedResult.Unknown, signIn.EnhancedFlow.Result);
    }
}
