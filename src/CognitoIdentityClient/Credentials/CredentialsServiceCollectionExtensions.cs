using Amazon.Runtime;
using CognitoIdentity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register AWS credentials of the users of identity pools.</summary>
public static class CognitoIdentityCredentialsServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="CognitoIdentityCredentials"/> and <see cref="ICognitoIdentityCredentialsFactory"/> as singletons, and the
    /// client if it is not registered yet. Calling it more than once is safe; the configurations are combined.
    /// </summary>
    /// <remarks>
    /// A client without a region in its options uses the pool's, whatever the environment says. An <see cref="IIdentityIdStore"/>, an
    /// <see cref="ISessionStore"/> and a <see cref="TimeProvider"/> among the services are used unless the options set others. The options
    /// are validated when a host starts; whether the client is in the pool's region, when the credentials are created. AWS clients of the
    /// container do not use the credentials by themselves: <see cref="UseCognitoIdentityCredentialsForAWSClients"/>.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <example>
    /// <code>services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = "eu-central-1:…");</code>
    /// </example>
    public static IServiceCollection AddCognitoIdentityCredentials(
        this IServiceCollection services,
        Action<CognitoIdentityCredentialsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddCognitoIdentity();
        services.AddCredentialsOptions(Options.Options.DefaultName, configure);
        services.TryAddSingleton(static provider =>
            new CognitoIdentityCredentials(GetOptions(provider), GetClient(provider), GetLogger(provider)));
        services.TryAddSingleton<ICognitoIdentityCredentialsFactory>(static provider =>
            new CognitoIdentityCredentialsFactory(GetOptions(provider), GetClient(provider), GetLogger(provider)));
        return services;
    }

    /// <summary>
    /// Registers <see cref="CognitoIdentityCredentials"/> and <see cref="ICognitoIdentityCredentialsFactory"/> with options from a section
    /// of the configuration, as in <c>appsettings.json</c>: <c>IdentityPoolId</c>, <c>PreemptExpiryTime</c>, <c>ExpirationBuffer</c>,
    /// <c>RefreshTimeout</c>, <c>StoreTimeout</c>, <c>DeveloperLoginKey</c>, <c>AllowFewerLogins</c>, <c>EndWithLoginToken</c>,
    /// <c>NewRoleRetryTime</c> and <c>MaxUsers</c>; time spans are texts such as <c>00:05:00</c>. Call the overload with a delegate too for
    /// options that a configuration cannot hold.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section, as <c>configuration.GetSection("CognitoIdentityCredentials")</c>.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IServiceCollection AddCognitoIdentityCredentials(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddCognitoIdentityCredentials(options => ConfigurationBinding.Apply(configuration, options));
    }

    /// <summary>
    /// Registers keyed <see cref="CognitoIdentityCredentials"/> and a keyed <see cref="ICognitoIdentityCredentialsFactory"/>, for a further
    /// pool: <c>[FromKeyedServices("partners")] CognitoIdentityCredentials credentials</c>. They use the keyed
    /// <see cref="ICognitoIdentityClient"/> of the same key if there is one, and otherwise the default client. Calling it more than once
    /// with a key is safe; the configurations are combined.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key. If it is a text, it is also the name of the options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is an empty text.</exception>
    public static IServiceCollection AddKeyedCognitoIdentityCredentials(
        this IServiceCollection services,
        object serviceKey,
        Action<CognitoIdentityCredentialsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        if (serviceKey is "")
        {
            throw new ArgumentException("The key of credentials cannot be an empty text.", nameof(serviceKey));
        }

        services.AddCredentialsOptions(RegisteredClients.In(services).GetName(serviceKey), configure);
        services.TryAddKeyedSingleton(serviceKey, static (provider, key) =>
            new CognitoIdentityCredentials(GetOptions(provider, key), GetClient(provider, key), GetLogger(provider)));
        services.TryAddKeyedSingleton<ICognitoIdentityCredentialsFactory>(serviceKey, static (provider, key) =>
            new CognitoIdentityCredentialsFactory(GetOptions(provider, key), GetClient(provider, key), GetLogger(provider)));
        return services;
    }

    /// <summary>
    /// Registers keyed <see cref="CognitoIdentityCredentials"/> and a keyed <see cref="ICognitoIdentityCredentialsFactory"/> with options
    /// from a section of the configuration, whose names are those of
    /// <see cref="AddCognitoIdentityCredentials(IServiceCollection, IConfiguration)"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key. If it is a text, it is also the name of the options.</param>
    /// <param name="configuration">The section.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is an empty text.</exception>
    public static IServiceCollection AddKeyedCognitoIdentityCredentials(
        this IServiceCollection services,
        object serviceKey,
        IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddKeyedCognitoIdentityCredentials(serviceKey, options => ConfigurationBinding.Apply(configuration, options));
    }

    /// <summary>
    /// Makes the credentials of <c>AddCognitoIdentityCredentials</c> the container's <see cref="AWSCredentials"/>, in place of any others,
    /// so that the AWS clients of the container call AWS as the user of the pool. The signed calls of the client of this library are never
    /// made with a user's credentials.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection UseCognitoIdentityCredentialsForAWSClients(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.Replace(ServiceDescriptor.Singleton<AWSCredentials>(
            static provider => provider.GetRequiredService<CognitoIdentityCredentials>()));
    }

    private static void AddCredentialsOptions(
        this IServiceCollection services,
        string name,
        Action<CognitoIdentityCredentialsOptions> configure)
    {
        // Twice: before an emulator for tests looks at the region, and after everything that leaves the region open.
        void TakeRegion(CognitoIdentityClientOptions client, IOptionsMonitor<CognitoIdentityCredentialsOptions> credentials) =>
            client.Region ??= IdentityPoolRegion.Parse(credentials.Get(name).IdentityPoolId);
        services.AddOptions<CognitoIdentityClientOptions>(name)
            .Configure<IOptionsMonitor<CognitoIdentityCredentialsOptions>>(TakeRegion)
            .PostConfigure<IOptionsMonitor<CognitoIdentityCredentialsOptions>>(TakeRegion);

        // Once and before the user's own, which so win.
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IConfigureOptions<CognitoIdentityCredentialsOptions>, CredentialsOptionsSetup>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<CognitoIdentityCredentialsOptions>, CredentialsOptionsSetup>());
        services.AddOptions<CognitoIdentityCredentialsOptions>(name).Configure(configure).ValidateOnStart();
    }

    // Options have names and services have keys: those of the client, so that both have one name.
    private static string GetName(IServiceProvider provider, object? key) =>
        key is null ? Options.Options.DefaultName : provider.GetRequiredService<RegisteredClients>().GetName(key);

    private static CognitoIdentityCredentialsOptions GetOptions(IServiceProvider provider, object? key = null) =>
        provider.GetRequiredService<IOptionsMonitor<CognitoIdentityCredentialsOptions>>().Get(GetName(provider, key));

    private static ICognitoIdentityClient GetClient(IServiceProvider provider, object? key = null) =>
        (key is null ? null : provider.GetKeyedService<ICognitoIdentityClient>(key))
        ?? provider.GetService<ICognitoIdentityClient>()
        ?? throw new InvalidOperationException(
            $"The credentials with the key '{key}' have no client. Add AddKeyedCognitoIdentity with that key, or AddCognitoIdentity.");

    private static ILogger<CognitoIdentityCredentials>? GetLogger(IServiceProvider provider) =>
        provider.GetService<ILogger<CognitoIdentityCredentials>>();
}
