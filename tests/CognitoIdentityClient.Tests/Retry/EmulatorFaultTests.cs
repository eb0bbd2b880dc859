using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>Every fault of the emulator, over real connections: what the caller sees, and how many requests were sent.</summary>
public sealed class EmulatorFaultTests
{
    /// <summary>Longer than any call takes.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromHours(1);

    /// <summary>The results of a fault that stays, for a call that reads and for one that writes.</summary>
    private static readonly Dictionary<string, FaultCase> Cases = new()
    {
        ["throttling"] = new(Fault.Throttling(), typeof(TooManyRequestsException), "TooManyRequestsException", Reads: 3, Writes: 3),
        ["internal error"] = new(
            Fault.Error("InternalErrorException", "Oops", 500), typeof(InternalErrorException), "InternalErrorException",
            Reads: 3, Writes: 3),
        ["hard quota"] = new(
            Fault.Error("LimitExceededException", "Too many"), typeof(LimitExceededException), "LimitExceededException",
            Reads: 1, Writes: 1),
        ["conflict"] = new(
            Fault.Error("ResourceConflictException", "Taken", 409),
            typeof(ResourceConflictException),
            "ResourceConflictException",
            Reads: 1,
            Writes: 1),
        ["bare 503"] = new(Fault.Status(503), typeof(CognitoIdentityException), "503", Reads: 3, Writes: 3),
        ["bare 429"] = new(Fault.Status(429), typeof(CognitoIdentityException), "429", Reads: 3, Writes: 3),
        ["bare 403"] = new(Fault.Status(403), typeof(CognitoIdentityException), "403", Reads: 1, Writes: 1),
        ["redirect"] = new(Fault.Status(307), typeof(CognitoIdentityException), "307", Reads: 1, Writes: 1),
        ["lost before work"] = new(Fault.ConnectionLostBeforeWork(), typeof(CognitoIdentityConnectionException), null, Reads: 3, Writes: 3),
        ["lost after work"] = new(Fault.ConnectionLostAfterWork(), typeof(CognitoIdentityConnectionException), null, Reads: 3, Writes: 3),
        ["truncated body"] = new(Fault.TruncatedBody(), typeof(InvalidResponseException), null, Reads: 3, Writes: 1),
        ["garbage body"] = new(Fault.GarbageBody(), typeof(InvalidResponseException), null, Reads: 3, Writes: 1),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string> RetriedReads => [.. Cases.Where(one => one.Value.Reads > 1).Select(one => one.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fault_that_stays_is_its_error_to_a_call_that_reads(string name)
    {
        var expected = Cases[name];
        await using var harness = await EmulatorHarness.StartAsync(expected.Fault);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Check(harness, expected, error, expected.Reads);
    }

    // UpdateIdentityPool carried out twice leaves the same pool.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fault_that_stays_is_its_error_to_a_call_that_writes(string name)
    {
        var expected = Cases[name];
        await using var harness = await EmulatorHarness.StartAsync();
        var pool = await harness.CreatePoolAsync();
        harness.Emulator.Requests.Clear();
        harness.Add(expected.Fault);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(harness.Client.UpdateIdentityPoolAsync(new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            IdentityPoolName = "Renamed",
            AllowUnauthenticatedIdentities = true,
        }));

        Check(harness, expected, error, expected.Writes);
        Assert.Equal(1, await harness.CountPoolsAsync());
    }

    [Theory]
    [MemberData(nameof(RetriedReads))]
    public async Task Fault_that_passes_is_not_seen_but_in_RetryAttempts(string name)
    {
        await using var harness = await EmulatorHarness.StartAsync(Cases[name].Fault with { Count = 2 });

        var response = await harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(2, response.ResponseMetadata.RetryAttempts);
        Assert.Equal(3, harness.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Delay_of_one_response_beyond_the_timeout_is_not_seen_but_in_RetryAttempts()
    {
        await using var harness = await EmulatorHarness.StartAsync(Fault.Delay(Delay) with { Count = 1 });

        var call = harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest);
        await harness.Clock.UntilWaitAsync(Delay);
        harness.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(1, (await call.WithinSafetyLimit()).ResponseMetadata.RetryAttempts);
        Assert.Equal(2, harness.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Delay_of_every_response_is_a_timeout_after_the_last_attempt()
    {
        await using var harness = await EmulatorHarness.StartAsync(Fault.Delay(Delay));

        var call = harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await harness.Clock.UntilWaitAsync(Delay, times: attempt);
            harness.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(call.WithinSafetyLimit());
        Assert.Equal((2, 3), (error.RetryAttempts, harness.Emulator.Requests.Count));
    }

    // A signature that was accepted proves the clock: the Date an hour away is a mistake.
    [Fact]
    public async Task Wrong_date_of_a_response_to_a_signed_call_teaches_nothing()
    {
        await using var harness = await EmulatorHarness.StartAsync(Fault.WrongDate(TimeSpan.FromHours(1)) with { Count = 1 });

        await harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest);
        var next = await harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(0, next.ResponseMetadata.RetryAttempts);
    }

    // Before the first signed call nothing proves the clock, so the next one is signed with the wrong time once.
    [Fact]
    public async Task Wrong_date_of_a_response_to_an_anonymous_call_costs_the_next_signed_call_one_retry()
    {
        await using var harness = await EmulatorHarness.StartAsync(Fault.WrongDate(TimeSpan.FromHours(1)) with { Count = 1 });

        await TestClient.FailureAsync<ResourceNotFoundException>(harness.Client.GetIdAsync(TestClient.GetIdRequest));
        var first = await harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest);
        var second = await harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal((1, 0), (first.ResponseMetadata.RetryAttempts, second.ResponseMetadata.RetryAttempts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Clock_of_the_machine_that_is_hours_off_costs_the_first_signed_call_one_retry(int hours)
    {
        await using var harness = await EmulatorHarness.StartAsync();
        using var client = harness.Emulator.CreateClient(options =>
            options.TimeProvider = new VirtualTime(harness.Clock.GetUtcNow().AddHours(hours)));

        var first = await client.ListIdentityPoolsAsync(TestClient.ListRequest);
        var second = await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal((1, 0), (first.ResponseMetadata.RetryAttempts, second.ResponseMetadata.RetryAttempts));
    }

    private static void Check(EmulatorHarness harness, FaultCase expected, CognitoIdentityException error, int requests)
    {
        Assert.IsType(expected.Type, error);
        Assert.Equal(expected.Code, error.ErrorCode);
        Assert.Equal(requests - 1, error.RetryAttempts);
        Assert.Equal(requests, harness.Emulator.Requests.Count);
    }

    private sealed record FaultCase(Fault Fault, Type Type, string? Code, int Reads, int Writes);
}
