using System.Text.Json;
using CognitoIdentity.Tests.Operations;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The base of the tests of trust policies: policies, and a diagnosis with one of them.</summary>
public abstract class TrustPolicyTest
{
    private protected const string Service = "cognito-identity.amazonaws.com";

    // SVC stands for the service's name, POOL for the pool's id, UP for the user pool's name.
    private protected const string Aud = """ "StringEquals":{"SVC:aud":"POOL"} """;
    private protected const string Good = Aud + """ ,"ForAnyValue:StringLike":{"SVC:amr":"authenticated"} """;

    private protected static SignInDiagnosis Diagnose(params string[] statements) =>
        SignInDiagnosis.Create(PoolId, Login(), WithPolicy(UserRole, Policy(statements)));

    private protected static SignInDiagnosisOptions WithPolicy(string role, string policy) => Options with
    {
        Roles = Roles with
        {
            Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = UserRole, [RoleType.Unauthenticated] = GuestRole },
        },
        IdentityPool = Pool with { AllowUnauthenticatedIdentities = true },
        TrustPolicies = new Dictionary<string, string> { [role] = policy },
    };

    private protected static string Policy(params string[] statements)
    {
        var policy = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";
        using var _ = JsonDocument.Parse(policy);
        return policy;
    }

    private protected static string Statement(
        string principal = """{"Federated":"SVC"}""",
        string action = "\"sts:AssumeRoleWithWebIdentity\"",
        string conditions = Good) =>
        ("""{"Effect":"Allow","Principal":""" + principal + ""","Action":""" + action + ""","Condition":{""" + conditions + "}}")
            .Replace("SVC", Service, StringComparison.Ordinal)
            .Replace("POOL", PoolId, StringComparison.Ordinal)
            .Replace("UP", Example.UserPool, StringComparison.Ordinal);
}
