namespace CognitoIdentity.Testing.Tests.Control;

public class FaultControlTests
{
    [Theory]
    [InlineData("""{"kind":"throttling"}""", "TooManyRequestsException", "Rate exceeded")]
    [InlineData(
        """{"kind":"error","code":"InternalErrorException","message":"Broken.","statusCode":500}""", "InternalErrorException", "Broken.")]
    public async Task Fault_affects_the_next_request_and_is_used_up(string fault, string code, string message)
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync();
        (await control.PostAsync("faults", fault[..^1] + ""","count":1}""")).IsCreated();
        (await test.CallAsync("GetId", $$"""{"IdentityPoolId":"{{pool}}"}""")).IsError(code, message);
        await test.GetIdAsync(pool);
        Assert.Equal("""{"faults":[]}""", (await control.GetAsync("faults")).Body);
    }

    [Theory]
    [InlineData("""{"kind":"throttling"}""", "error", "Respond with TooManyRequestsException")]
    [InlineData("""{"kind":"status","statusCode":503}""", "status", "Respond with status 503")]
    [InlineData("""{"kind":"delay","seconds":1.5}""", "delay", "Delay the response by 1.5 s")]
    [InlineData("""{"kind":"delay"}""", "delay", "Never respond")]
    [InlineData("""{"kind":"connectionLostBeforeWork"}""", "connectionLostBeforeWork", "Close the connection before any work")]
    [InlineData("""{"kind":"connectionLostAfterWork"}""", "connectionLostAfterWork", "Do the work, then close the connection")]
    [InlineData("""{"kind":"truncatedBody"}""", "truncatedBody", "Cut the response in half")]
    [InlineData("""{"kind":"garbageBody"}""", "garbageBody", "Respond with an HTML page")]
    [InlineData("""{"kind":"wrongDate","seconds":-60}""", "wrongDate", "Put a Date header that is off by -60 s")]
    public async Task Fault_of_every_kind_is_listed_as_it_was_added(string fault, string kind, string description)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var added = (await control.PostAsync("faults", fault[..^1] + ""","operation":"GetId","count":3,"probability":0.5}""")).IsCreated();
        Assert.Equal($$"""{"faults":[{{added.Body}}]}""", (await control.GetAsync("faults")).Body);
        Assert.Equal((kind, description, "GetId"), (added.Text("kind"), added.Text("description"), added.Text("operation")));
        Assert.Equal((3, 0.5), (added.Json.GetProperty("left").GetInt32(), added.Json.GetProperty("probability").GetDouble()));
    }

    [Fact]
    public async Task Fault_is_removed_by_its_id_and_all_faults_together()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        for (var i = 0; i < 3; i++)
        {
            await control.PostAsync("faults", """{"kind":"throttling"}""");
        }

        Assert.Equal(204, (await control.DeleteAsync("faults/2")).Status);
        Assert.Equal([1, 3],
            (await control.GetAsync("faults")).Json.GetProperty("faults").EnumerateArray().Select(it => it.GetProperty("id").GetInt32()));
        Assert.Equal(204, (await control.DeleteAsync("faults")).Status);
        Assert.Equal(0, emulator.Faults.Count);
    }
}
