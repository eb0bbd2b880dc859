using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>The emulator over real loopback connections, with faults, and a client of it; both go by one clock.</summary>
internal sealed class EmulatorHarness : IAsyncDisposable
{
    private EmulatorHarness(VirtualTime clock, CognitoIdentityEmulator emulator)
    {
        Clock = clock;
        Emulator = emulator;
        Client = emulator.CreateClient();
    }

    public VirtualTime Clock { get; }

    public CognitoIdentityEmulator Emulator { get; }

    public CognitoIdentityClient Client { get; }

    public static async Task<EmulatorHarness> StartAsync(params Fault[] faults)
    {
        var clock = new VirtualTime();
        var harness = new EmulatorHarness(clock, await CognitoIdentityEmulator.StartAsync(new() { TimeProvider = clock }));
        harness.Add(faults);
        return harness;
    }

    public void Add(params Fault[] faults)
    {
        foreach (var fault in faults)
        {
            Emulator.Faults.Add(fault);
        }
    }

    public Task<IdentityPool> CreatePoolAsync() =>
        Client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true });

    /// <summary>The number of pools, counted by a client that no fault of the test affects.</summary>
    public async Task<int> CountPoolsAsync()
    {
        Emulator.Faults.Clear();
        using var client = Emulator.CreateClient();
        return (await client.ListIdentityPoolsAsync(new() { MaxResults = 60 })).IdentityPools.Count;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
