using CognitoIdentity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client of Amazon Cognito identity pools.</summary>
/// <remarks>
/// <para>
/// The client is a singleton, made when it is first asked for, and reads its options then; its options are also checked when a host starts.
/// What neither <see cref="CognitoIdentityClientOptions"/> nor the environment nor the profile say is taken from the container:
/// <c>Amazon.Runtime.AWSCredentials</c> and <see cref="TimeProvider"/>, if they are registered. Registering twice adds up what is configured
/// and does no harm. An <see cref="ICognitoIdentityClient"/> that was registered before stays.
/// </para>
/// <para>
/// The methods have no optional parameters on purpose: Amazon.AspNetCore.Identity.Cognito has an <c>AddCognitoIdentity</c> with optional
/// ones in this same namespace, and C# prefers the method that needs none filled in.
/// </para>
/// </remarks>
public static class CognitoIdentityClientServiceCollectionExtensions
{
    private static readonly Func<IServiceProvider, ICognitoIdentityClient> Factory =
        static provider => CreateClient(provider, Options.Options.DefaultName);

    private static readonly Func<IServiceProvider, object?, ICognitoIdentityClient> KeyedFactory =
        static (provider, key) => CreateClient(provider, (string)key!);

    /// <summary>Registers <see cref="ICognitoIdentityClient"/>, set up from the environment and the profile.</summary>
    /// <param name="services">The services.</param>
    /// <returns>
    /// A builder for the message handlers of the client: those added with <c>AddHttpMessageHandler</c> see signed requests on their way out,
    /// once for every attempt. (The client sends through the handlers alone, so <c>ConfigureHttpClient</c> has no part in it.)
    /// </returns>
    public static IHttpClientBuilder AddCognitoIdentity(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(Factory);
        return services.AddCognitoIdentityHandlers(Options.Options.DefaultName);
    }

    /// <summary>Registers <see cref="ICognitoIdentityClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the client's options.</param>
    /// <returns>A builder for the message handlers of the client, as of <see cref="AddCognitoIdentity(IServiceCollection)"/>.</returns>
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

    /// <summary>
    /// Registers <see cref="ICognitoIdentityClient"/> with options from a section of the configuration, as of <c>appsettings.json</c>. The
    /// section has the names of <see cref="CognitoIdentityClientOptions"/>; time spans are texts such as <c>00:00:05</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section, as <c>configuration.GetSection("CognitoIdentity")</c>.</param>
    /// <returns>A builder for the message handlers of the client, as of <see cref="AddCognitoIdentity(IServiceCollection)"/>.</returns>
    public static IHttpClientBuilder AddCognitoIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddCognitoIdentity(options => ConfigurationBinding.Apply(configuration, options));
    }

    /// <summary>
    /// Registers a keyed <see cref="ICognitoIdentityClient"/> with options, handlers and connections of its own:
    /// <c>[FromKeyedServices("eu")] ICognitoIdentityClient client</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key; it is also the name of the client's options.</param>
    /// <param name="configure">Sets the client's options.</param>
    /// <returns>A builder for the message handlers of the client, as of <see cref="AddCognitoIdentity(IServiceCollection)"/>.</returns>
    public static IHttpClientBuilder AddKeyedCognitoIdentity(
        this IServiceCollection services,
        string serviceKey,
        Action<CognitoIdentityClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(serviceKey, configure);
        services.TryAddKeyedSingleton(serviceKey, KeyedFactory);
        return services.AddCognitoIdentityHandlers(serviceKey);
    }

    /// <summary>As the other form, with options from a section of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key; it is also the name of the client's options.</param>
    /// <param name="configuration">The section.</param>
    /// <returns>A builder for the message handlers of the client, as of <see cref="AddCognitoIdentity(IServiceCollection)"/>.</returns>
    public static IHttpClientBuilder AddKeyedCognitoIdentity(
        this IServiceCollection services,
        string serviceKey,
        IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddKeyedCognitoIdentity(serviceKey, options => ConfigurationBinding.Apply(configuration, options));
    }

    private static CognitoIdentityClient CreateClient(IServiceProvider provider, string name) => new(
        provider.GetRequiredService<IOptionsMonitor<CognitoIdentityClientOptions>>().Get(name),
        provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(HttpClientName(name)));

    private static IHttpClientBuilder AddCognitoIdentityHandlers(this IServiceCollection services, string name)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CognitoIdentityClientOptions>, ContainerDefaults>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CognitoIdentityClientOptions>>(
            new OptionsValidator(name => IsUsed(services, name))));
        services.AddOptions<CognitoIdentityClientOptions>(name).ValidateOnStart();
        HostDefaults.KeepOut(services, HttpClientName(name), name);
        services.Configure<HttpClientFactoryOptions>(HttpClientName(name), static options =>
        {
            // The singleton keeps its handler for good, so it must never expire; the connections in it are renewed instead.
            options.HandlerLifetime = Timeout.InfiniteTimeSpan;

            // First of all, so that a primary handler of the user's wins over it, also if it was set before a second registration.
            options.HttpMessageHandlerBuilderActions.Insert(0, static builder => builder.PrimaryHandler = PrimaryHandler.Create());
        });
        return services.AddHttpClient(HttpClientName(name));
    }

    /// <summary>Whether the client of these options is the one that the container gives: a test may have put its fake in its place.</summary>
    private static bool IsUsed(IServiceCollection services, string name) =>
        services.LastOrDefault(service => service.ServiceType == typeof(ICognitoIdentityClient)
            && (name.Length == 0 ? !service.IsKeyedService : service.IsKeyedService && name.Equals(service.ServiceKey))) is { } service
        && (service.IsKeyedService ? service.KeyedImplementationFactory == KeyedFactory : service.ImplementationFactory == Factory);

    private static string HttpClientName(string name) => name.Length == 0 ? "CognitoIdentity" : $"CognitoIdentity-{name}";
}
