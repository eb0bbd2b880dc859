using CognitoIdentity.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.UserCredentials;

public sealed class InMemoryStoreConformanceTests : IdentityIdStoreTests
{
    protected override IIdentityIdStore CreateStore() => new InMemoryIdentityIdStore();
}

public sealed class FileStoreConformanceTests : IdentityIdStoreTests, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    protected override IIdentityIdStore CreateStore() => new FileIdentityIdStore(_folder.FullName);
}

public sealed class DistributedCacheStoreConformanceTests : IdentityIdStoreTests
{
    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));

    protected override IIdentityIdStore CreateStore() => new DistributedCacheIdentityIdStore(_cache);
}

public sealed class FileSessionStoreConformanceTests : SessionStoreConformanceTests, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    protected override ISessionStore CreateStore() => new FileSessionStore(_folder.FullName);

    protected override Task DamageAsync(string identityPoolId, string userKey) =>
        File.WriteAllTextAsync(Assert.Single(_folder.GetFiles()).FullName, "damaged");
}

public sealed class DistributedCacheSessionStoreConformanceTests : SessionStoreConformanceTests
{
    private readonly MemoryDistributedCache _cache = new(Options.Create(new MemoryDistributedCacheOptions()));
    private readonly EphemeralDataProtectionProvider _protection = new();

    protected override ISessionStore CreateStore() => new DistributedCacheSessionStore(_cache, _protection);

    protected override Task DamageAsync(string identityPoolId, string userKey) =>
        _cache.SetStringAsync($"cognito-identity-session:{identityPoolId}:{userKey}", "damaged");
}
