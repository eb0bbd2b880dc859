using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Control;

public class RequestControlTests
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";

    [Fact]
    public async Task Requests_report_operation_signer_result_and_changes()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync();
        var identity = await test.GetIdAsync(pool);
        await test.CallAsync("DescribeIdentityPool", """{"IdentityPoolId":"us-east-1:0"}""");

        var requests = (await control.GetAsync("requests")).Ok().Json.GetProperty("requests");
        Assert.Equal(["CreateIdentityPool", "GetId", "DescribeIdentityPool"],
            requests.EnumerateArray().Select(it => it.GetProperty("operation").GetString()!));

        var create = requests[0];
        Assert.Equal(1, create.GetProperty("number").GetInt64());
        Assert.Equal("success", create.GetProperty("outcome").GetString());
        Assert.Equal(EmulatorAccessKey.Example.AccessKeyId, create.GetProperty("signedBy").GetString());
        Assert.Equal($"Created the identity pool “Pool”, {pool}.", create.GetProperty("summary").GetString());

        var getId = requests[1];
        Assert.False(getId.TryGetProperty("signedBy", out _));
        Assert.Equal($"Created the guest identity {identity} in {pool}.", getId.GetProperty("summary").GetString());
        Assert.Equal($$"""[{"identityId":"{{identity}}","change":"created"}]""", getId.GetProperty("changes").GetRawText());

        var failed = requests[2];
        Assert.Equal(("error", 400), (failed.GetProperty("outcome").GetString(), failed.GetProperty("status").GetInt32()));
        Assert.Equal("ResourceNotFoundException", failed.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task Requests_are_filtered_by_operation_outcome_id_and_number()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync();
        var first = await test.GetIdAsync(pool);
        var second = await test.GetIdAsync(pool);
        await test.CallAsync("GetId", """{"IdentityPoolId":"us-east-1:0"}""");

        Assert.Equal([2, 3, 4], await NumbersAsync(control, "operation=GetId"));
        Assert.Equal([4], await NumbersAsync(control, "operation=GetId&outcome=error"));
        Assert.Equal([3], await NumbersAsync(control, $"id={Uri.EscapeDataString(second)}"));
        Assert.Equal([2], await NumbersAsync(control, $"id={Uri.EscapeDataString(first)}"));
        Assert.Equal([3, 4], await NumbersAsync(control, "after=2"));
        Assert.Equal([4], await NumbersAsync(control, "limit=1"));
    }

    [Fact]
    public async Task Requests_are_cleared_and_their_numbers_go_on()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync();
        Assert.Equal(204, (await control.DeleteAsync("requests")).Status);
        Assert.Empty(test.Emulator.Requests);
        await test.GetIdAsync(pool);
        Assert.Equal([2], await NumbersAsync(control, ""));
    }

    [Fact]
    public async Task Secrets_are_masked_until_they_are_asked_for()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = test.Emulator.Seed(new() { UserPools = new Dictionary<string, string> { [UserPool] = "client" } });
        var token = JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", test.Now);
        var logins = $$"""{"{{UserPool}}":"{{token}}"}""";
        var identity = await test.GetIdAsync(pool, logins);
        var credentials = (await test.CallAsync(
            "GetCredentialsForIdentity", $$"""{"IdentityId":"{{identity}}","Logins":{{logins}}}""")).Json.GetProperty("Credentials");
        string[] secrets = [token, credentials.GetProperty("SecretKey").GetString()!, credentials.GetProperty("SessionToken").GetString()!];

        var masked = (await control.GetAsync("requests/2")).Ok();
        var list = (await control.GetAsync("requests")).Ok();
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, masked.Body + list.Body, StringComparison.Ordinal));
        Assert.Contains($"•••••• ({token.Length} characters)", masked.Body, StringComparison.Ordinal);
        Assert.Contains(credentials.GetProperty("AccessKeyId").GetString()!, masked.Body, StringComparison.Ordinal);

        var shown = (await control.GetAsync("requests/2?secrets=true")).Ok().Json;
        var bodies = shown.GetProperty("request").GetProperty("body").GetString() + shown.GetProperty("response")
            .GetProperty("body").GetString();
        Assert.All(secrets, secret => Assert.Contains(secret, bodies, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signature_is_masked_and_the_rest_of_the_authorization_is_not()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        await test.CreatePoolAsync();
        var headers = (await control.GetAsync("requests/1")).Json.GetProperty("request").GetProperty("headers");
        var authorization = headers.GetProperty("Authorization").GetString()!;
        Assert.Contains($"Credential={EmulatorAccessKey.Example.AccessKeyId}/", authorization, StringComparison.Ordinal);
        Assert.EndsWith("Signature=••••••", authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON with eyJhbGciOiJSUzI1NiJ9.e30.secret")]
    [InlineData("""["eyJhbGciOiJSUzI1NiJ9.e30.secret"]""")]
    [InlineData("""{"Logins":["eyJhbGciOiJSUzI1NiJ9.e30.secret"],"Logins":1}""")]
    public async Task Body_in_which_nobody_knows_the_secrets_is_masked_as_a_whole(string body)
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        await test.CallAsync("GetId", body);
        Assert.DoesNotContain("secret", (await control.GetAsync("requests/1")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_returns_a_request_that_is_there_already()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        await test.CreatePoolAsync();
        var found = (await control.GetAsync("requests/wait?operation=CreateIdentityPool&timeout=0")).Ok().Json;
        Assert.False(found.GetProperty("timedOut").GetBoolean());
        Assert.Equal(1, found.GetProperty("found").GetProperty("exchange").GetProperty("number").GetInt64());
    }

    [Fact]
    public async Task Waiting_ends_with_the_request_that_it_waits_for()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync();
        var waiting = control.GetAsync($"requests/wait?operation=GetId&after=1&timeout={SafetyLimit.Value.TotalSeconds}");
        await test.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""");
        await test.GetIdAsync(pool);
        Assert.Equal(3, (await waiting).Ok().Json.GetProperty("found").GetProperty("exchange").GetProperty("number").GetInt64());
    }

    [Fact]
    public async Task Waiting_for_nothing_times_out()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        Assert.Equal("""{"timedOut":true}""", (await control.GetAsync("requests/wait?timeout=0")).Ok().Body);
    }

    [Fact]
    public async Task Request_that_a_fault_swallowed_is_lost_and_names_the_fault()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        (await control.PostAsync("faults", """{"kind":"connectionLostBeforeWork","operation":"GetId"}""")).IsCreated();
        await Assert.ThrowsAsync<HttpRequestException>(() => test.CallAsync("GetId", "{}"));
        var request = (await control.GetAsync("requests")).Json.GetProperty("requests")[0];
        Assert.Equal("lost", request.GetProperty("outcome").GetString());
        Assert.Equal("""["Close the connection before any work"]""", request.GetProperty("faults").GetRawText());
    }

    [Fact]
    public void Every_operation_of_the_service_has_a_sentence() =>
        Assert.Equal(ExchangeFilter.Operations, ExchangeSummary.Operations.Order(StringComparer.Ordinal));

    [Fact]
    public void Log_keeps_the_latest_within_its_number()
    {
        var log = new ExchangeLog(maxCount: 2);
        for (var i = 0; i < 3; i++)
        {
            Add(log, 10);
        }

        var (exchanges, _, oldest) = log.Read();
        Assert.Equal([2L, 3L], exchanges.Select(exchange => exchange.Number));
        Assert.Equal(2, oldest);
    }

    [Fact]
    public void Log_keeps_the_latest_within_its_bytes()
    {
        var log = new ExchangeLog(maxBytes: 1_000_000);
        for (var i = 0; i < 100; i++)
        {
            Add(log, 200_000);
        }

        Assert.InRange(log.Read().Exchanges.Count, 1, 4);
    }

    private static void Add(ExchangeLog log, int bytes)
    {
        var request = new ServiceRequest("POST", "/", "", new Dictionary<string, string>(), new byte[bytes / 4]);
        var exchange = log.Begin(request, new(request, null, DateTimeOffset.UnixEpoch));
        log.End(exchange, new(200, new byte[bytes / 2], new Dictionary<string, string>()), TimeSpan.Zero);
    }

    private static async Task<IEnumerable<long>> NumbersAsync(ControlClient control, string query) =>
        [.. (await control.GetAsync($"requests?{query}")).Ok().Json.GetProperty("requests").EnumerateArray()
            .Select(it => it.GetProperty("number").GetInt64())];
}
