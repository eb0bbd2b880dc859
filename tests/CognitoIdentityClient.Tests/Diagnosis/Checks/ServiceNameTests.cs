using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The names of the service and of user pools in a diagnosis are those of the pool's region, unless the options set one.</summary>
public sealed class ServiceNameTests
{
    private const string Uuid = "11111111-2222-3333-4444-555555555555";

    private static readonly Dictionary<string, string> DeveloperToken = new()
    {
        ["cognito-identity.example.amazonaws.com"] = Jwt.Unsigned(
            $$"""{"iss":"https://cognito-identity.amazonaws.com","aud":"{{PoolId}}","""
            + $$""" "exp":{{TestToken.Now.AddHours(1).ToUnixTimeSeconds()}}}"""),
    };

    public static TheoryData<string, string?, string> Names => new()
    {
        { "us-east-1", null, "cognito-identity.amazonaws.com" },
        { "cn-north-1", null, "cognito-identity.cn-north-1.amazonaws.com.cn" },
        { "us-gov-west-1", null, "cognito-identity-us-gov.amazonaws.com" },
        { "us-gov-east-1", null, "cognito-identity.us-gov-east-1.amazonaws.com" },
        { "us-iso-east-1", "cognito-identity.c2s.ic.gov", "cognito-identity.c2s.ic.gov" },
        { "cn-north-1", "cognito-identity.example.com", "cognito-identity.example.com" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Trust_policies_have_the_name_of_the_region_or_of_the_options(string region, string? option, string name)
    {
        var poolId = $"{region}:{Uuid}";
        var options = Options with
        {
            ServiceName = option,
            IdentityPool = Pool with { IdentityPoolId = poolId, AllowUnauthenticatedIdentities = true },
        };

        var pool = IdentityPoolDiagnosis.Create(options.IdentityPool, Roles with { IdentityPoolId = poolId }, options);
        var signIn = SignInDiagnosis.Create(poolId, options: options);

        Assert.All([pool.GuestTrustPolicyStatement, pool.UserTrustPolicyStatement, signIn.TrustPolicyStatement], statement =>
        {
            Assert.Contains($"\"Federated\": \"{name}\"", statement, StringComparison.Ordinal);
            Assert.Contains($"\"{name}:aud\": \"{poolId}\"", statement, StringComparison.Ordinal);
            Assert.Contains($"\"{name}:amr\":", statement, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Key_of_a_developer_token_has_to_be_the_name_of_the_region_or_of_the_options(string region, string? option, string name)
    {
        var diagnosis = SignInDiagnosis.Create(
            $"{region}:{Uuid}", DeveloperToken, new() { ServiceName = option, TimeProvider = TestToken.Clock });

        var finding = Assert.Single(diagnosis.Findings, finding => finding.Code == "developer-key-partition");
        Assert.Equal($"\"{name}\"", finding.Expected);
    }

    // The trust policy of a pool in an isolated partition is right with the name that the options set, and wrong with another one.
    [Theory]
    [InlineData("cognito-identity.c2s.ic.gov", true)]
    [InlineData("cognito-identity.amazonaws.com", false)]
    public void Trust_policy_is_judged_by_the_name_of_the_options(string name, bool isRight)
    {
        var poolId = $"us-iso-east-1:{Uuid}";
        const string Role = "arn:aws-iso:iam::123456789012:role/Guest";
        var pool = Pool with { IdentityPoolId = poolId, AllowUnauthenticatedIdentities = true };
        var roles = Roles with
        {
            IdentityPoolId = poolId,
            Roles = new Dictionary<RoleType, string> { [RoleType.Unauthenticated] = Role },
        };
        var statement = TrustPolicy.Write(name, poolId, isGuest: true, hasTags: false);
        var options = Options with
        {
            ServiceName = "cognito-identity.c2s.ic.gov",
            IdentityPool = pool,
            Roles = roles,
            TrustPolicies = new Dictionary<string, string> { [Role] = $$"""{"Statement":[{{statement}}]}""" },
        };

        var causes = IdentityPoolDiagnosis.Create(pool, roles, options).Findings.Select(finding => finding.Code);

        Assert.Equal(!isRight, causes.Contains("trust-principal"));
    }

    [Theory]
    [InlineData("us-east-1", "cognito-idp.REGION.amazonaws.com/USER_POOL_ID")]
    [InlineData("us-gov-west-1", "cognito-idp.REGION.amazonaws.com/USER_POOL_ID")]
    [InlineData("cn-north-1", "cognito-idp.REGION.amazonaws.com.cn/USER_POOL_ID")]
    [InlineData("eusc-de-east-1", "cognito-idp.REGION.amazonaws.eu/USER_POOL_ID")]
    public void Name_of_a_user_pool_has_to_be_of_the_pools_partition(string region, string expected)
    {
        var pool = Pool with
        {
            IdentityPoolId = $"{region}:{Uuid}",
            CognitoIdentityProviders = [new() { ProviderName = "my-user-pool", ClientId = "a" }],
        };

        var finding = Assert.Single(
            IdentityPoolDiagnosis.Create(pool, null, Options).Findings, finding => finding.Code == "pool-provider-name");

        Assert.Equal($"\"{expected}\"", finding.Expected);
        Assert.DoesNotContain("amazonaws", finding.Advice, StringComparison.Ordinal);
    }
}
