using CognitoIdentity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register the client of Amazon Cognito identity pools.</summary>
/// <remarks>
/// <para> The client is a singleton. It is created when it is first resolved and reads its options then; a host also checks the options
/// when it starts. Settings that neither <see cref="CognitoIdentityClientOptions"/> nor the environment nor the profile provide come from
/// the container: a <see cref="TimeProvider"/>, and <c>Amazon.Runtime.AWSCredentials</c>, which are resolved on the first signed call. A
/// keyed client prefers <c>AWSCredentials</c> with its own key. Scoped <c>AWSCredentials</c> cannot be used: a signed call then throws <see
/// cref="CredentialsNotFoundException"/>, which says so. </para>
/// <para> Calling a method more than once is safe; the configurations are combined. An <see cref="ICognitoIdentityClient"/> that is already
/// registered stays, so that a test can register its fake first. </para>
/// <para> Every method returns a builder for the message handlers of the client. Handlers that are added with <c>AddHttpMessageHandler</c>
/// see each signed request, once for every attempt. <c>AddDefaultLogger</c> turns on IHttpClientFactory's own log of the requests, which is
/// off by default: the client logs its calls by itself. <c>ConfigureHttpClient</c> has no effect, because the client uses only the message
/// handlers. </para>
/// </remarks>
public static class CognitoIdentityClientServiceCollectionExtensions
{
    // No method has optional parameters: Amazon.AspNetCore.Identity.Cognito has an AddCognitoIdentity with optional ones in this same
    // namespace, and C# prefers the method that needs none filled in.

    /// <summary>Registers <see cref="ICognitoIdentityClient"/>, configured by the environment and the profile.</summary>
    /// <param name="services">The service collection.</param>
    /// <returns>A builder for the message handlers of the client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IHttpClientBuilder AddCognitoIdentity(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(RegisteredClients.Factory);
        return services.AddCognitoIdentityHandlers(Options.Options.DefaultName);
    }

    /// <summary>Registers <see cref="ICognitoIdentityClient"/> and configures its options.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options of the client.</param>
    /// <returns>A builder for the message handlers of the client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configure"/> is null.</exception>
    /// <example>
    /// <code>services.AddCognitoIdentity(options => options.Region = "eu-central-1");</code>
    /// </example>
    public static IHttpClientBuilder AddCognitoIdentity(this IServiceCollection services, Action<CognitoIdentityClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return services.AddCognitoIdentity();
    }

    /// <summary>Registers <see cref="ICognitoIdentityClient"/> and configures its options from other services.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">
    /// Sets the options of the client. It gets the service provider from which the client is resolved, and must not resolve a client from
    /// it.
    /// </param>
    /// <returns>A builder for the message handlers of the client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configure"/> is null.</exception>
    /// <example>
    /// <code>
    /// services.AddCognitoIdentity((provider, options) => options.Region =
    /// provider.GetRequiredService&lt;AWSOptions&gt;().Region?.SystemName);
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddCognitoIdentity(
        this IServiceCollection services,
        Action<IServiceProvider, CognitoIdentityClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(Options.Options.DefaultName, configure);
        return services.AddCognitoIdentity();
    }

    /// <summary>
    /// Registers <see cref="ICognitoIdentityClient"/> and configures its options from a configuration section, such as one of
    /// <c>appsettings.json</c>. The keys are the property names of <see cref="CognitoIdentityClientOptions"/>; time spans are texts such as
    /// <c>00:00:05</c>.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">The section, such as <c>configuration.GetSection("CognitoIdentity")</c>.</param>
    /// <returns>A builder for the message handlers of the client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configuration"/> is null.</exception>
    public static IHttpClientBuilder AddCognitoIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddCognitoIdentity(options => ConfigurationBinding.Apply(configuration, options));
    }

    /// <summary>
    /// Registers a keyed <see cref="ICognitoIdentityClient"/>, with its own options, message handlers and connections, and configures its
    /// options. Inject it with <c>[FromKeyedServices("eu")] ICognitoIdentityClient client</c>.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="serviceKey">The key. If it is a text, it is also the name of the client's options.</param>
    /// <param name="configure">Sets the options of the client.</param>
    /// <returns>A builder for the message handlers of the client.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is an empty text.</exception>
    public static IHttpClientBuilder AddKeyedCognitoIdentity(
        this IServiceCollection services,
        object serviceKey,
        Action<CognitoIdentityClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddKeyedCognitoIdentity(serviceKey, (_, options) => configure(options));
    }

    /// <summary>
    /// Registers a keyed <see cref="ICognitoIdentityClient"/>, with its own options, message handlers and connections, and configures its
    /// options from other services.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="serviceKey">The key. If it is a text, it is also the name of the client's options.</param>
    /// <param name="configure">
    /// Sets the options of the client. It gets the service provider from which the client is resolved, and must not resolve a client from
    /// it.
    /// </param>
    /// <returns>A builder for the message handlers of the client.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is an empty text.</exception>
    public static IHttpClientBuilder AddKeyedCognitoIdentity(
        this IServiceCollection services,
        object serviceKey,
        Action<IServiceProvider, CognitoIdentityClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        if (serviceKey is "")
        {
            throw new ArgumentException("The key of a client cannot be an empty text.", nameof(serviceKey));
        }

        var name = RegisteredClients.In(services).GetName(serviceKey);
        services.Configure(name, configure);
        services.TryAddKeyedSingleton(serviceKey, RegisteredClients.KeyedFactory);
        return services.AddCognitoIdentityHandlers(name);
    }

    /// <summary>
    /// Registers a keyed <see cref="ICognitoIdentityClient"/>, with its own options, message handlers and connections, and configures its
    /// options from a configuration section. The keys of the section are the property names of <see cref="CognitoIdentityClientOptions"/>.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="serviceKey">The key. If it is a text, it is also the name of the client's options.</param>
    /// <param name="configuration">The section.</param>
    /// <returns>A builder for the message handlers of the client.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is an empty text.</exception>
    public static IHttpClientBuilder AddKeyedCognitoIdentity(
        this IServiceCollection services,
        object serviceKey,
        IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddKeyedCognitoIdentity(serviceKey, (_, options) => ConfigurationBinding.Apply(configuration, options));
    }

    private static void Configure(
        this IServiceCollection services,
        string name,
        Action<IServiceProvider, CognitoIdentityClientOptions> configure) =>
        services.AddSingleton<IConfigureOptions<CognitoIdentityClientOptions>>(provider =>
            new ConfigureNamedOptions<CognitoIdentityClientOptions>(name, options => configure(provider, options)));

    private static IHttpClientBuilder AddCognitoIdentityHandlers(this IServiceCollection services, string name)
    {
        var clients = RegisteredClients.In(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CognitoIdentityClientOptions>, ContainerDefaults>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CognitoIdentityClientOptions>>(
            new OptionsValidator(clients.IsUsed)));
        services.AddOptions<CognitoIdentityClientOptions>(name).ValidateOnStart();
        HostDefaults.KeepOut(services, RegisteredClients.HttpClientName(name), name);
        RequestLog.Silence(services, RegisteredClients.HttpClientName(name));

        // The singleton keeps its handler for good, so it must never expire; the connections in it are renewed instead.
        services.Configure<HttpClientFactoryOptions>(
            RegisteredClients.HttpClientName(name), static options => options.HandlerLifetime = Timeout.InfiniteTimeSpan);
        return services.AddHttpClient(RegisteredClients.HttpClientName(name));
    }
}
