using CognitoIdentity;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a store of identities that servers share.</summary>
public static class DistributedCacheIdentityIdStoreServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="DistributedCacheIdentityIdStore"/>, over the <see cref="IDistributedCache"/> among the services, as the
    /// <see cref="IIdentityIdStore"/> that <c>AddCognitoIdentityCredentials</c> uses, unless there is another already.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddDistributedCacheIdentityIdStore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IIdentityIdStore>(static provider =>
            new DistributedCacheIdentityIdStore(provider.GetRequiredService<IDistributedCache>()));
        return services;
    }
}
