namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The base of tests that need a pool of their own in the emulator.</summary>
public abstract class PoolTest : IAsyncLifetime
{
    private protected TestPool Pool { get; private set; } = null!;

    public async Task InitializeAsync() => Pool = await TestPool.StartAsync();

    public Task DisposeAsync() => Pool.DisposeAsync().AsTask();
}
