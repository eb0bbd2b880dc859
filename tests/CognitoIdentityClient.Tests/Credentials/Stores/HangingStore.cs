using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>A store that does one thing only when it is released, whatever its token says.</summary>
internal sealed class HangingStore(string operation) : IIdentityIdStore
{
    private readonly InMemoryIdentityIdStore _store = new();
    private readonly TaskCompletionSource _reached = new();
    private readonly TaskCompletionSource _released = new();

    /// <summary>Ends when the operation that hangs has begun, and fails if it does not begin.</summary>
    public Task Reached => _reached.Task.WithinSafetyLimit();

    public void Release() => _released.SetResult();

    public async Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
    {
        await HangAsync("Get");
        return await _store.GetAsync(identityPoolId, userKey, CancellationToken.None);
    }

    public async Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default)
    {
        await HangAsync("Set");
        await _store.SetAsync(identityPoolId, userKey, identityId, CancellationToken.None);
    }

    public async Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
    {
        await HangAsync("Remove");
        await _store.RemoveAsync(identityPoolId, userKey, CancellationToken.None);
    }

    private async Task HangAsync(string now)
    {
        if (now == operation)
        {
            _reached.TrySetResult();
            await _released.Task;
        }
    }
}
