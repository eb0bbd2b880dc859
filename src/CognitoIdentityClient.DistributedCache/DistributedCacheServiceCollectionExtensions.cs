using CognitoIdentity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register stores that the servers of a farm share.</summary>
public static class CognitoIdentityDistributedCacheServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="DistributedCacheIdentityIdStore"/> as the <see cref="IIdentityIdStore"/> that
    /// <c>AddCognitoIdentityCredentials</c> uses, over the <see cref="IDistributedCache"/> among the services. An
    /// <see cref="IIdentityIdStore"/> that is already registered stays.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="entryOptions">
    /// The expiry of the entries, as in <see cref="DistributedCacheIdentityIdStore(IDistributedCache, DistributedCacheEntryOptions)"/>.
    /// Default: null, and entries stay as long as the cache keeps them.
    /// </param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddDistributedCacheIdentityIdStore(
        this IServiceCollection services,
        DistributedCacheEntryOptions? entryOptions = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IIdentityIdStore>(provider =>
            new DistributedCacheIdentityIdStore(provider.GetRequiredService<IDistributedCache>(), entryOptions));
        return services;
    }

    /// <summary>
    /// Registers <see cref="DistributedCacheSessionStore"/> as the <see cref="ISessionStore"/> that <c>AddCognitoIdentityCredentials</c>
    /// uses, over the <see cref="IDistributedCache"/> and the <see cref="IDataProtectionProvider"/> among the services
    /// (<c>AddDataProtection()</c>). An
    /// <see cref="ISessionStore"/> that is already registered stays.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddDistributedCacheSessionStore(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<ISessionStore>(static provider => new DistributedCacheSessionStore(
            provider.GetRequiredService<IDistributedCache>(),
            provider.GetRequiredService<IDataProtectionProvider>()));
        return services;
    }
}
