namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>A store that is away.</summary>
internal sealed class FailingStore : IIdentityIdStore
{
    public int Uses { get; private set; }

    public Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) => Fail<string?>();

    public Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default) =>
        Fail<string?>();

    public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) => Fail<string?>();

    private Task<T> Fail<T>()
    {
        Uses++;
        return Task.FromException<T>(new IOException("The store is away."));
    }
}
