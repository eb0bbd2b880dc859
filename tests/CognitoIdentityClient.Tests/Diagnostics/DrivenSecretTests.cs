using CognitoIdentity.Tests.Bulk;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>
/// Calls of all operations, in success and failure, with marked secrets. The mark is in nothing that comes out: log at Trace, spans,
/// metrics, exceptions and their JSON.
/// </summary>
[Collection(ListeningTests.Name)]
public sealed class DrivenSecretTests : IDisposable
{
    private const string Mark = SecretWatch.Mark;

    private const string IdentityId = "us-east-1:11111111-2222-3333-4444-555555555555";

    private static readonly Step Page = CannedResponse.Body($$"""{"Identities":[{"IdentityId":"{{IdentityId}}"}],"NextToken":"next"}""");

    private static readonly Dictionary<string, string> Logins = new() { ["accounts.google.com"] = SecretWatch.LoginToken };

    private static readonly Dictionary<string, Step[]> Responses = new()
    {
        ["success"] = [SecretWatch.Ok],
        ["refusal that repeats the request"] = [SecretWatch.Repeating("NotAuthorizedException", 400)],
        ["unknown error that repeats the request"] = [SecretWatch.Repeating("BrandNewException", 418)],
        ["throttling that repeats the request"] = [SecretWatch.Repeating("TooManyRequestsException", 400), SecretWatch.Ok],
        ["server error that repeats the request"] = [SecretWatch.Repeating("InternalErrorException", 500), SecretWatch.Ok],
        ["refusal that quotes the access key alone"] = [SecretWatch.QuotingAccessKey("InvalidClientTokenId", 403)],
        ["gateway's page"] = [CannedResponse.Body("<html>Bad gateway</html>", 502), SecretWatch.Ok],
        ["lost"] = [CannedResponse.Lost, SecretWatch.Ok],
        ["not connected"] = [CannedResponse.NotConnected],
        ["response that is not JSON"] = [CannedResponse.Body($$"""{"Token":t{{Mark}}, "IdentityId":t{{Mark}} """)],
        ["response of another kind"] =
            [CannedResponse.Body($$"""{"Token":["{{Mark}}"],"IdentityId":["{{Mark}}"],"IdentityPools":"{{Mark}}"}""")],
    };

    private readonly SecretWatch _watch = new();

    public static TheoryData<string> ResponseNames => [.. Responses.Keys];

    [Theory]
    [MemberData(nameof(ResponseNames))]
    public async Task No_secret_of_any_operation_comes_out_of_a_call_that_ends_with(string response)
    {
        foreach (var call in Calls.ByName.Values.Concat(WithLogins))
        {
            using var handler = new ScriptedHandler(Responses[response]);
            await using var provider = _watch.Host(handler);
            await _watch.RunAsync(() => call(provider.GetRequiredService<ICognitoIdentityClient>(), default));

            Assert.NotEmpty(handler.Requests);
        }

        _watch.AssertNoSecret();
    }

    [Theory]
    [MemberData(nameof(ResponseNames))]
    public async Task No_secret_comes_out_of_bulk_work_paginators_changes_and_diagnoses_that_end_with(string response)
    {
        foreach (var (before, work) in OfSeveralCalls)
        {
            using var handler = new ScriptedHandler([.. before, .. Responses[response]]);
            await using var provider = _watch.Host(handler);
            await _watch.RunAsync(() => work(provider.GetRequiredService<ICognitoIdentityClient>()));

            Assert.Contains(handler.Requests, request => request["X-Amz-Security-Token"] == SecretWatch.SessionToken);
        }

        _watch.AssertNoSecret();
    }

    [Fact]
    public void No_value_of_a_secret_in_the_configuration_is_in_the_error_about_it()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SecretKey"] = $"{Mark}secret",
            ["Credentials:SecretKey"] = $"{Mark}secret",
            ["SessionToken"] = SecretWatch.SessionToken,
            ["Region"] = "no region",
        }).Build();
        var services = new ServiceCollection();
        services.AddCognitoIdentity(configuration);
        using var provider = services.BuildServiceProvider();

        _watch.Describe(Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<ICognitoIdentityClient>()));

        Assert.Contains("no region", _watch.Text);
        _watch.AssertNoSecret();
    }

    public void Dispose() => _watch.Dispose();

    /// <summary>Work of several calls, with the responses that come before those of the case.</summary>
    private IEnumerable<(Step[] Before, Func<ICognitoIdentityClient, Task> Work)> OfSeveralCalls =>
    [
        ([], async client => _watch.Print(
            await client.BulkDeleteIdentitiesAsync(
                [IdentityId], new() { TimeProvider = new VirtualTime() }, Progress<BulkDeleteIdentitiesProgress>()))),
        ([Page], client => PurgeAsync(client)),
        (
            [
                Page,
                CannedResponse.Body(
                    $$"""{"UnprocessedIdentityIds":[{"IdentityId":"{{IdentityId}}","ErrorCode":"InternalServerError"}]}""")], client =>
                        PurgeAsync(client)),
        ([], client => PrintPagesAsync(client.PaginateListIdentities(new() { IdentityPoolId = TestClient.PoolId, MaxResults = 1 }))),
        ([Page], client => PrintPagesAsync(client.PaginateListIdentities(new() { IdentityPoolId = TestClient.PoolId, MaxResults = 1 }))),
        ([], client => PrintPagesAsync(client.PaginateListIdentityPools())),
        ([], client => PrintPagesAsync(
            client.PaginateLookupDeveloperIdentity(new() { IdentityPoolId = TestClient.PoolId, IdentityId = IdentityId }))),
        ([], async client => _watch.Print(await client.ModifyIdentityPoolAsync(
            TestClient.PoolId, pool => pool with { AllowClassicFlow = true }, new() { TimeProvider = new VirtualTime() }))),
        ([SecretWatch.Ok], async client => _watch.Print(await client.ModifyIdentityPoolRolesAsync(
            TestClient.PoolId,
            roles => roles with { Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = "arn" } },
            new() { TimeProvider = new VirtualTime() }))),
        ([], client => DiagnoseAsync(client)),
        ([SecretWatch.Ok], client => DiagnoseAsync(client)),
    ];

    private async Task PurgeAsync(ICognitoIdentityClient client) => _watch.Print(await client.PurgeIdentitiesAsync(
        TestClient.PoolId,
        _ => true,
        new() { DryRun = false, TimeProvider = new VirtualTime() },
        Progress<PurgeIdentitiesProgress>()));

    private async Task PrintPagesAsync<TPage, TItem>(Paginator<TPage, TItem> paginator)
        where TPage : CognitoIdentityResponse
    {
        await foreach (var page in paginator.AsPages())
        {
            _watch.Print(page, paginator.ResumeToken);
        }
    }

    private async Task DiagnoseAsync(ICognitoIdentityClient client)
    {
        var diagnosis = await client.DiagnoseSignInAsync(TestClient.PoolId, Logins);
        _watch.Print(diagnosis, diagnosis.ToJson(), diagnosis.ToMarkdown());
        var pool = await client.DiagnoseIdentityPoolAsync(TestClient.PoolId);
        _watch.Print(pool, pool.ToJson(), pool.ToMarkdown());
    }

    private SynchronousProgress<T> Progress<T>() => new(progress => _watch.Print(progress));

    private static IEnumerable<Func<ICognitoIdentityClient, CancellationToken, Task>> WithLogins =>
    [
        (client, token) => client.GetIdAsync(new() { IdentityPoolId = TestClient.PoolId, Logins = Logins }, token),
        (client, token) => client.GetOpenIdTokenAsync(new() { IdentityId = "us-east-1:1", Logins = Logins }, token),
        (client, token) => client.GetCredentialsForIdentityAsync(new() { IdentityId = "us-east-1:1", Logins = Logins }, token),
        (client, token) => client.GetOpenIdTokenForDeveloperIdentityAsync(
            new() { IdentityPoolId = TestClient.PoolId, Logins = Logins }, token),
        (client, token) => client.UnlinkIdentityAsync(
            new() { IdentityId = "us-east-1:1", Logins = Logins, LoginsToRemove = ["accounts.google.com"] }, token),
    ];
}
