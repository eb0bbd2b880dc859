using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>An error of a pool that the caller may not read: its message still narrows the causes.</summary>
public sealed class UnreadPoolTests
{
    private static readonly SignInDiagnosisOptions Unread = new() { TimeProvider = TestToken.Clock };

    // A good token of a user; the likeliest cause comes first.
    public static TheoryData<string, string[]> Errors => new()
    {
        {
            "Token is not from a supported provider of this identity pool.",
            ["audience-not-configured", "provider-not-configured", "no-providers", "pool-provider-name"]
        },
        { "Invalid identity pool configuration. Check assigned IAM roles for this pool.", ["role-missing", "role-other-account"] },
        { "The ambiguous role mapping rules for: accounts.google.com denied this request.", ["role-mapping-deny"] },
        { "Basic (classic) flow is not enabled, please use enhanced flow.", ["classic-flow-disabled"] },
        { "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.", ["classic-flow-mappings"] },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Causes_are_those_of_the_configuration_first(string message, string[] codes)
    {
        var diagnosis = new NotAuthorizedException(message).Diagnose(PoolId, Login(), Unread);

        Assert.Equal(codes, diagnosis.PossibleCauses.Take(codes.Length).Select(cause => cause.Code));
        Assert.All(diagnosis.PossibleCauses, cause => Assert.Equal(FindingSeverity.Warning, cause.Severity));
        Assert.Contains(
            "\nCauses that only the pool's configuration, IAM or the service shows\n", diagnosis.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_are_those_of_the_code_when_the_message_is_unknown()
    {
        var options = Unread with { ErrorCode = "InvalidIdentityPoolConfigurationException" };

        Assert.Equal("role-missing", SignInDiagnosis.Create(PoolId, Login(), options).PossibleCauses[0].Code);
    }

    [Fact]
    public void Missing_pool_is_not_a_missing_identity() => Assert.Empty(
        new ResourceNotFoundException($"IdentityPool '{PoolId}' not found.").Diagnose(PoolId, Login(), Unread).PossibleCauses);

    [Fact]
    public void Causes_of_a_guest_are_those_of_guests()
    {
        const string Message = "Unauthenticated access is not supported for this identity pool.";

        Assert.Equal(
            "guests-not-allowed", Assert.Single(new NotAuthorizedException(Message).Diagnose(PoolId, options: Unread).PossibleCauses).Code);
        Assert.Empty(new NotAuthorizedException(Message).Diagnose(PoolId, Login(), Unread).PossibleCauses);
    }

    [Fact]
    public void Causes_of_the_configuration_are_absent_where_it_was_read()
    {
        var diagnosis = new NotAuthorizedException("Token is not from a supported provider of this identity pool.")
            .Diagnose(PoolId, Login(), Options);

        Assert.Equal(["app-client-deleted", "user-signed-out"], diagnosis.PossibleCauses.Select(cause => cause.Code));
        Assert.Contains("\nCauses that only IAM or the service knows\n", diagnosis.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_of_the_configuration_are_absent_without_an_error() => Assert.DoesNotContain(
        SignInDiagnosis.Create(PoolId, Login(), Unread).PossibleCauses, cause => cause.Code is "role-missing" or "audience-not-configured");
}
