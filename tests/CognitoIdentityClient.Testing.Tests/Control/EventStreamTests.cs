namespace CognitoIdentity.Testing.Tests.Control;

public class EventStreamTests
{
    [Fact]
    public async Task Stream_reports_requests_as_they_arrive()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync();
        using var stream = await control.ListenAsync();
        Assert.Equal("CreateIdentityPool", await NextOperationAsync(stream));
        await test.GetIdAsync(pool);
        Assert.Equal("GetId", await NextOperationAsync(stream));
    }

    [Fact]
    public async Task Stream_goes_on_after_the_revision_that_the_reader_has()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync();
        var revision = (await control.GetAsync("requests")).Json.GetProperty("revision").GetInt64();
        using var stream = await control.ListenAsync($"events?after={revision}");
        Assert.Equal("state", (await ControlClient.NextEventAsync(stream)).Name);
        await test.GetIdAsync(pool);
        Assert.Equal("GetId", await NextOperationAsync(stream));
    }

    [Fact]
    public async Task Stream_reports_changes_that_no_request_made()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        using var stream = await control.ListenAsync();
        Func<Task>[] changes =
        [
            () => Task.FromResult(emulator.Seed(new())),
            () => control.PostAsync("faults", """{"kind":"throttling"}"""),
            () => control.DeleteAsync("faults"),
            () => control.PostAsync("clock/advance", """{"seconds":1}"""),
            () => control.PostAsync("reset"),
            () => control.DeleteAsync("requests"),
        ];
        var last = (await ControlClient.NextEventAsync(stream)).Id;
        foreach (var change in changes)
        {
            await change();
            var (name, id, _) = await ControlClient.NextEventAsync(stream);
            Assert.Equal("state", name);
            Assert.NotEqual(last, id);
            last = id;
        }
    }

    [Fact]
    public async Task Stream_of_a_reader_that_saw_another_emulator_begins_again()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        await test.CreatePoolAsync();
        using var stream = await control.ListenAsync("events?after=1000000");
        Assert.Equal("CreateIdentityPool", await NextOperationAsync(stream));
    }

    [Fact]
    public async Task Stream_ends_when_the_emulator_is_disposed()
    {
        var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        using var stream = await control.ListenAsync();
        await ControlClient.NextEventAsync(stream);
        await emulator.DisposeAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => ControlClient.NextEventAsync(stream));
    }

    private static async Task<string?> NextOperationAsync(StreamReader stream)
    {
        while (true)
        {
            var (name, _, data) = await ControlClient.NextEventAsync(stream);
            // Under load a request may be seen before its response is there.
            if (name == "request" && data.GetProperty("outcome").GetString() == "success")
            {
                return data.GetProperty("operation").GetString();
            }
        }
    }
}
