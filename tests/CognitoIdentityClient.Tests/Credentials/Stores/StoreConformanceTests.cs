using CognitoIdentity.Tests.Support;
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
