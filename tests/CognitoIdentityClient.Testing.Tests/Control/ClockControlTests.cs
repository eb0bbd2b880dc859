using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Control;

public class ClockControlTests
{
    [Fact]
    public async Task Clock_is_advanced_set_frozen_and_follows_again()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var start = test.Now;
        Assert.Equal(("following", start), Read(await control.GetAsync("clock")));
        Assert.Equal(("shifted", start.AddHours(1)), Read(await control.PostAsync("clock/advance", """{"seconds":3600}""")));
        test.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(("shifted", start.AddMinutes(61)), Read(await control.GetAsync("clock")));

        var set = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Assert.Equal(("frozen", set), Read(await control.PostAsync("clock/set", """{"time":"2030-01-02T04:04:05+01:00","frozen":true}""")));
        test.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(("frozen", set), Read(await control.GetAsync("clock")));
        Assert.Equal(("frozen", set.AddSeconds(1)), Read(await control.PostAsync("clock/advance", """{"seconds":1}""")));
        Assert.Equal(("following", start.AddMinutes(2)), Read(await control.PostAsync("clock/follow")));
        Assert.Same(test.Time, test.Emulator.TimeProvider);
    }

    [Fact]
    public async Task Credentials_issued_after_the_clock_moved_expire_by_it()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = test.Emulator.Seed(new());
        await control.PostAsync("clock/advance", """{"seconds":86400}""");
        var identity = await test.GetIdAsync(pool);
        var response = (await test.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{identity}}"}""")).Ok();
        Assert.Equal(
            test.Now.AddDays(1).AddHours(1).ToUnixTimeSeconds(),
            response.Json.GetProperty("Credentials").GetProperty("Expiration").GetDouble());
    }

    [Fact]
    public void Timer_fires_when_the_clock_is_moved_past_it()
    {
        var time = new MachineClock();
        var clock = new AdjustableClock(time);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        clock.Set(time.GetUtcNow().AddSeconds(59), freeze: false);
        time.Advance(TimeSpan.Zero);
        Assert.Equal(0, fired);
        clock.Set(time.GetUtcNow().AddSeconds(61), freeze: false);
        time.Advance(TimeSpan.Zero);
        Assert.Equal(1, fired);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, fired);
    }

    [Fact]
    public void Timer_goes_by_the_clock_that_runs_on()
    {
        var time = new MachineClock();
        var clock = new AdjustableClock(time);
        clock.Set(time.GetUtcNow().AddDays(1), freeze: false);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, fired);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, fired);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, fired);
    }

    [Fact]
    public void Timer_does_not_fire_while_the_clock_stands_still()
    {
        var time = new MachineClock();
        var clock = new AdjustableClock(time);
        var now = time.GetUtcNow();
        clock.Set(now, freeze: true);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, fired);
        clock.Set(now.AddSeconds(10), freeze: true);
        time.Advance(TimeSpan.Zero);
        Assert.Equal(1, fired);
    }

    [Fact]
    public async Task Delay_that_is_under_way_ends_when_the_clock_passes_it()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = test.Emulator.Seed(new());
        await control.PostAsync("clock/set", $$"""{"time":"{{test.Now:O}}","frozen":true}""");
        await control.PostAsync("faults", """{"kind":"delay","seconds":60}""");
        var call = test.GetIdAsync(pool);
        Assert.False(call.IsCompleted);
        await control.PostAsync("clock/advance", """{"seconds":61}""");
        // The delay has waited for the clock that stood still, and is due at once.
        await test.Time.UntilWaitAsync(TimeSpan.Zero);
        await call.WithinSafetyLimit();
    }

    // On a clock that stands still, and a day ahead, a delay would never end, and its caller would wait for ever.
    [Theory]
    [InlineData("clock/follow")]
    [InlineData("reset")]
    public async Task Delay_that_is_under_way_ends_in_time_when_the_clock_follows_again(string path)
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        await control.PostAsync("clock/set", $$"""{"time":"{{test.Now.AddDays(1):O}}","frozen":true}""");
        await control.PostAsync("faults", """{"kind":"delay","seconds":60}""");
        var call = test.CallAsync("GetId", "{}");
        await control.PostAsync(path);
        test.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(call.IsCompleted);
        Assert.Equal(1, test.Time.RunningTimers);
        test.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(400, (await call.WithinSafetyLimit()).Status);
    }

    private static (string Mode, DateTimeOffset Now) Read(EmulatorResponse clock) =>
        (clock.Ok().Text("mode"), clock.Json.GetProperty("now").GetDateTimeOffset());
}
