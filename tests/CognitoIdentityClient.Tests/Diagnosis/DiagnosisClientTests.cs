using CognitoIdentity.Testing;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The requests of a diagnosis, and its result where it may not read.</summary>
public sealed class DiagnosisClientTests
{
    private static readonly string[] Reads = ["DescribeIdentityPool", "GetIdentityPoolRoles", "GetPrincipalTagAttributeMap"];

    [Fact]
    public async Task Diagnosis_only_reads_and_creates_no_identity()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var poolId = emulator.Seed(new() { SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "1" } });
        using var client = emulator.CreateClient();

        var guest = await client.DiagnoseSignInAsync(poolId);
        var user = await client.DiagnoseSignInAsync(poolId, new Dictionary<string, string> { ["graph.facebook.com"] = "EAA" });
        var pool = await client.DiagnoseIdentityPoolAsync(poolId);

        Assert.Equal(PredictedResult.Credentials, guest.EnhancedFlow.Result);
        Assert.Equal(PredictedResult.Credentials, user.EnhancedFlow.Result);
        Assert.DoesNotContain(pool.Findings, finding => finding.Severity == FindingSeverity.Error);
        Assert.All(emulator.Requests, request => Assert.Contains(request.Operation, Reads));
        Assert.Empty((await client.ListIdentitiesAsync(new() { IdentityPoolId = poolId, MaxResults = 60 })).Identities);
    }

    [Fact]
    public async Task Diagnosis_goes_on_with_the_tokens_when_the_pool_may_not_be_read()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var poolId = emulator.Seed(new());
        emulator.Faults.Add(Fault.Error("AccessDeniedException", "Not allowed"));
        using var client = emulator.CreateClient();

        var diagnosis = await client.DiagnoseSignInAsync(poolId, new Dictionary<string, string> { ["Facebook"] = "EAA" });

        Assert.Equal("key-not-a-provider", diagnosis.Findings[0].Code);
        Assert.Equal(2, diagnosis.Notes.Count(note => note.Contains("AccessDeniedException", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Diagnosis_of_an_exception_takes_operation_code_and_message_from_it()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var poolId = emulator.Seed(new() { AllowUnauthenticatedIdentities = false });
        using var client = emulator.CreateClient();
        var exception = await Assert.ThrowsAsync<NotAuthorizedException>(() => client.GetIdAsync(new() { IdentityPoolId = poolId }));

        var diagnosis = await exception.DiagnoseAsync(client, poolId);

        Assert.Equal("guests-not-allowed", diagnosis.Findings[0].Code);
        Assert.Equal((exception.ErrorCode, exception.Reason), (diagnosis.EnhancedFlow.ErrorCode, diagnosis.EnhancedFlow.Reason!.Value));
    }

    [Fact]
    public async Task Diagnosis_reads_nothing_when_the_client_is_for_another_region()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();

        var diagnosis = await client.DiagnoseSignInAsync("eu-west-1:11111111-2222-3333-4444-555555555555");

        Assert.Equal("wrong-region", diagnosis.Findings[0].Code);
        Assert.Empty(emulator.Requests);
    }

    [Fact]
    public async Task Invalid_pool_id_is_a_finding()
    {
        using var client = new CognitoIdentityClient(new() { Region = "us-east-1" }, new HttpClientHandler());

        Assert.Equal("identity-pool-id-malformed", (await client.DiagnoseSignInAsync("my-pool")).Findings[0].Code);
        Assert.Equal("identity-pool-id-malformed", (await client.DiagnoseIdentityPoolAsync("my-pool")).Findings[0].Code);
    }

    [Fact]
    public async Task Given_configuration_is_not_read_again()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();

        var diagnosis = await client.DiagnoseSignInAsync(PoolId, Login(), Options with { PrincipalTagAttributeMaps = [] });

        Assert.Equal(UserRole, diagnosis.EnhancedFlow.RoleArn);
        Assert.Empty(emulator.Requests);
    }
}
