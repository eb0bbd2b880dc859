namespace CognitoIdentity.Testing.Tests.Control;

public class StateControlTests
{
    [Fact]
    public async Task Health_reports_the_settings_and_how_much_there_is()
    {
        await using var emulator =
            await CognitoIdentityEmulator.StartAsync(new() { Regions = ["eu-central-1", "us-east-1"], AccountId = "210987654321" });
        emulator.Seed(new() { Identities = [new(), new()] });
        using var control = new ControlClient(emulator);
        var health = (await control.GetAsync("health")).Ok();
        Assert.Equal("ok", health.Text("status"));
        Assert.Equal(emulator.Endpoint.AbsoluteUri, health.Text("endpoint"));
        Assert.Equal("210987654321", health.Text("accountId"));
        Assert.Equal("""["eu-central-1","us-east-1"]""", health.Json.GetProperty("regions").GetRawText());
        Assert.Equal((1, 2), (health.Json.GetProperty("pools").GetInt32(), health.Json.GetProperty("identities").GetInt32()));
        Assert.DoesNotContain(EmulatorAccessKey.Example.SecretAccessKey, health.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_empties_state_requests_faults_and_clock()
    {
        await using var emulator = await StartWithEverythingAsync();
        using var control = new ControlClient(emulator);
        Assert.Equal(204, (await control.PostAsync("reset")).Status);
        var health = (await control.GetAsync("health")).Json;
        Assert.Equal(0, health.GetProperty("pools").GetInt32());
        Assert.Equal(0, health.GetProperty("faults").GetInt32());
        Assert.Empty(emulator.Requests);
        Assert.Equal(0, (await control.GetAsync("requests")).Json.GetProperty("requests").GetArrayLength());
        Assert.Equal("following", (await control.GetAsync("clock")).Text("mode"));
    }

    [Fact]
    public async Task Reset_keeps_what_its_body_sets_to_false()
    {
        await using var emulator = await StartWithEverythingAsync();
        using var control = new ControlClient(emulator);
        await control.PostAsync("reset", """{"state":false,"requests":false,"faults":false,"clock":false}""");
        var health = (await control.GetAsync("health")).Json;
        Assert.Equal((1, 1), (health.GetProperty("pools").GetInt32(), health.GetProperty("faults").GetInt32()));
        Assert.Single(emulator.Requests);
        Assert.Equal("shifted", (await control.GetAsync("clock")).Text("mode"));
    }

    [Fact]
    public async Task Snapshot_is_restored_with_its_pools()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var pool = emulator.Seed(new() { Name = "Kept" });
        using var control = new ControlClient(emulator);
        var snapshot = (await control.GetAsync("snapshot")).Ok();
        Assert.StartsWith("attachment", snapshot.Headers["Content-Disposition"], StringComparison.Ordinal);
        await control.PostAsync("reset");
        Assert.Equal(404, (await control.GetAsync($"pools/{pool}")).Status);
        Assert.Equal(204, (await control.PostAsync("restore", snapshot.Body)).Status);
        Assert.Equal("Kept", (await control.GetAsync($"pools/{pool}")).Text("name"));
    }

    [Fact]
    public async Task Seed_adds_the_pools_of_a_seed_file()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var seeded = (await control.PostAsync(
            "seed",
            """{"pools":[{"name":"One","identities":[{}]},{"id":"us-east-1:11111111-1111-4111-8111-111111111111","name":"Two"}]}""")).Ok();
        var ids = seeded.Json.GetProperty("poolIds").EnumerateArray().Select(id => id.GetString()!).ToList();
        Assert.Equal("us-east-1:11111111-1111-4111-8111-111111111111", ids[1]);
        Assert.Equal("One", (await control.GetAsync($"pools/{ids[0]}")).Text("name"));
        Assert.Equal(1, (await control.GetAsync("health")).Json.GetProperty("identities").GetInt32());
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"pool":[]}""")]
    [InlineData("""{"pools":[{"name":"One"},{"id":"x"}]}""")]
    public async Task Seed_with_a_mistake_adds_nothing(string seed)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var response = await control.PostAsync("seed", seed);
        Assert.Equal(400, response.Status);
        Assert.StartsWith("The seed cannot be used: ", response.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(0, (await control.GetAsync("health")).Json.GetProperty("pools").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no JSON")]
    public async Task Restore_of_something_else_is_a_mistake_and_changes_nothing(string body)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        emulator.Seed(new());
        using var control = new ControlClient(emulator);
        Assert.Equal(400, (await control.PostAsync("restore", body)).Status);
        Assert.Equal(1, (await control.GetAsync("health")).Json.GetProperty("pools").GetInt32());
    }

    // A value is read as a whole, and each piece of it makes the emulator look at it again.
    [Fact]
    public async Task Restore_of_an_endless_value_is_refused_early()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var text = $$"""{"version":1,"pools":[{"id":"{{new string('x', 40_000_000)}}"}]}""";
        (await control.PostAsync("restore", text)).IsProblem(
            400, "The text is not a snapshot of an emulator, or was damaged: a value is longer than 16777216 bytes.");
    }

    // Editors on Windows write one.
    [Theory]
    [InlineData("reset", "{}")]
    [InlineData("seed", """{"pools":[{}]}""")]
    [InlineData("restore", """{"version":1,"pools":[]}""")]
    public async Task Byte_order_mark_before_a_body_is_accepted(string path, string json)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        Assert.InRange((await control.PostAsync(path, "\uFEFF" + json)).Status, 200, 204);
    }

    [Theory]
    [InlineData("GET", "nothing", 404, "There is no '/_emulator/nothing'. The API is described at /_emulator/openapi.json.")]
    [InlineData("GET", "pools/us-east-1:0/more/still", 404,
        "There is no '/_emulator/pools/us-east-1:0/more/still'. The API is described at /_emulator/openapi.json.")]
    [InlineData("GET", "pools/us-east-1:0", 404, "There is no identity pool 'us-east-1:0'.")]
    [InlineData("GET", "pools/us-east-1:0/identities", 404, "There is no identity pool 'us-east-1:0'.")]
    [InlineData("GET", "identities/us-east-1:0", 404, "There is no identity 'us-east-1:0'.")]
    [InlineData("GET", "reset", 405, "'/_emulator/reset' takes POST.")]
    [InlineData("PUT", "requests", 405, "'/_emulator/requests' takes GET, DELETE.")]
    [InlineData("GET", "health?x=1", 400, "There is no query parameter 'x'.")]
    [InlineData("GET", "pools?max=1", 400, "There is no query parameter 'max'. The parameters are limit, nextToken.")]
    [InlineData("GET", "pools?limit=0", 400, "'limit' must be a whole number from 1 to 1000.")]
    [InlineData("GET", "pools?limit=1&limit=2", 400, "'limit' can be given only once.")]
    [InlineData("GET", "pools?nextToken=x", 400, "'nextToken' is not one that this emulator returned.")]
    [InlineData("GET", "requests?secrets=yes", 400, "'secrets' must be true or false.")]
    [InlineData("GET", "requests?operation=GetIt", 400, "The service has no operation 'GetIt'.")]
    [InlineData("GET", "requests?outcome=fine", 400, "'outcome' must be one of success, error, lost, pending.")]
    [InlineData("GET", "requests/wait?timeout=301", 400, "'timeout' must be a whole number from 0 to 300.")]
    [InlineData("GET", "requests/7", 404, "There is no request '7'; only the latest ones are kept.")]
    [InlineData("DELETE", "faults/7", 404, "There is no fault '7', or it is used up.")]
    public async Task Mistake_in_a_path_or_query_is_reported(string method, string path, int status, string detail)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        (await control.SendAsync(new(new(method), path))).IsProblem(status, detail);
    }

    [Theory]
    [InlineData("reset", "[]", "The body must be a JSON object.")]
    [InlineData("reset", "{", "The body is not valid JSON: see line 1, byte 2.")]
    [InlineData("reset", """{"everything":true}""", "'everything' is not expected. The members are state, requests, faults, clock.")]
    [InlineData("reset", """{"state":"yes"}""", "'state' must be true or false.")]
    [InlineData("clock/set", "{}", "'time' is required.")]
    [InlineData("clock/set", """{"time":"2026-11-25T12:00:00"}""", "'time' must be a time with its offset, such as 2026-11-25T12:00:00Z.")]
    [InlineData("clock/set", """{"time":"1969-12-31T00:00:00Z"}""", "'time' must lead to a time between 1970 and 9000.")]
    [InlineData("clock/advance", """{"seconds":0}""", "'seconds' must be greater than 0. Use /_emulator/clock/set to go back.")]
    [InlineData("clock/advance", """{"seconds":1e300}""", "'seconds' must lead to a time between 1970 and 9000.")]
    [InlineData("clock/advance", """{"seconds":1e999}""", "'seconds' is too large.")]
    [InlineData(
        "clock/set", """{"time":"2026-11-25"}""", "'time' must be a time with its offset, such as 2026-11-25T12:00:00Z.")]
    [InlineData("clock/follow", """{"x":1}""", "'x' is not expected: the body has no members.")]
    [InlineData("faults", "", "'kind' is required.")]
    [InlineData("faults", """{"kind":1}""", "'kind' must be a text.")]
    [InlineData("faults", """{"kind":"\ud800"}""", "'kind' is not valid Unicode.")]
    [
        InlineData(
            "faults", """{"kind":"x"}""",
            "'kind' must be one of throttling, error, status, delay, connectionLostBeforeWork, connectionLostAfterWork, truncatedBody, "
            + "garbageBody, wrongDate.")]
    [InlineData("faults", """{"kind":"throttling","operation":"GetIt"}""", "The service has no operation 'GetIt'.")]
    [InlineData("faults", """{"kind":"throttling","count":0}""", "'count' must be from 1 to 2147483647.")]
    [InlineData("faults", """{"kind":"throttling","count":1.5}""", "'count' must be a whole number of at most 2147483647.")]
    [InlineData("faults", """{"kind":"throttling","probability":1.1}""", "'probability' must be from 0 to 1.")]
    [InlineData("faults", """{"kind":"throttling","seconds":1}""", "'seconds' does not belong to a fault of the kind throttling.")]
    [InlineData("faults", """{"kind":"error"}""", "'code' is required.")]
    [InlineData("faults", """{"kind":"error","code":"x","statusCode":200}""", "'statusCode' must be from 400 to 599.")]
    [InlineData("faults", """{"kind":"error","code":""}""", "The error code must be printable ASCII without spaces, and not empty.")]
    [InlineData("faults", """{"kind":"error","code":"X\nY"}""", "The error code must be printable ASCII without spaces, and not empty.")]
    [InlineData("faults", """{"kind":"status","kind":"error"}""", "'kind' appears twice.")]
    [InlineData("faults", """{"kind":"status"}""", "'statusCode' is required.")]
    [InlineData("faults", """{"kind":"delay","seconds":-1}""", "'seconds' must be from 0 to 4233600.")]
    [InlineData("faults", """{"kind":"wrongDate","seconds":1e200}""", "'seconds' is too large.")]
    [InlineData("tokens/explain", """{"token":" "}""", "'token' must not be empty.")]
    [InlineData("tokens/explain", """{"token":"opaque"}""", "'provider' is required, because the token does not name its issuer.")]
    public async Task Mistake_in_a_body_is_reported_with_its_member(string path, string json, string detail)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        (await control.PostAsync(path, json)).IsProblem(400, detail);
    }

    [Fact]
    public async Task Body_that_is_not_utf8_is_a_mistake()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var request = new HttpRequestMessage(HttpMethod.Post, "reset") { Content = new ByteArrayContent([0xFF, 0xFE]) };
        request.Content.Headers.ContentType = new("application/json");
        (await control.SendAsync(request)).IsProblem(400, "The body is not valid UTF-8.");
    }

    private static async Task<CognitoIdentityEmulator> StartWithEverythingAsync()
    {
        var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        using var client = emulator.CreateClient();
        await client.GetIdAsync(new() { IdentityPoolId = emulator.Seed(new()) });
        (await control.PostAsync("faults", """{"kind":"throttling"}""")).IsCreated();
        (await control.PostAsync("clock/advance", """{"seconds":60}""")).Ok();
        return emulator;
    }
}
