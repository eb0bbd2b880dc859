using Amazon.Runtime;
using CognitoIdentity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers AWS credentials of the users of an identity pool.</summary>
public static class CognitoIdentityCredentialsServiceCollectionExtensions
{
    /// <summary>
    /// Registers, as singletons: <see cref="CognitoIdentityCredentials"/>, also as <see cref="AWSCredentials"/> unless there are some already,
    /// and <see cref="ICognitoIdentityCredentialsFactory"/>; and the client if it is not registered yet. A client without a region in its
    /// options takes the pool's, whatever the environment says. An <see cref="IIdentityIdStore"/> and a <see cref="TimeProvider"/> among the
    /// services are used unless the options set others. The client's own signed calls are never signed with a user's credentials. The options
    /// are checked when a host starts; whether the client is in the pool's region, when the credentials are made. Registering twice adds up
    /// what is configured.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
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
        services.AddOptions<CognitoIdentityClientOptions>()
            .PostConfigure<IOptions<CognitoIdentityCredentialsOptions>>(static (client, credentials) =>
                client.Region ??= IdentityPoolRegion.Parse(credentials.Value.IdentityPoolId));

        // Once and before the user's own, which so win.
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IConfigureOptions<CognitoIdentityCredentialsOptions>, CredentialsOptionsSetup>());
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<CognitoIdentityCredentialsOptions>, CredentialsOptionsSetup>());
        services.AddOptions<CognitoIdentityCredentialsOptions>().Configure(configure).ValidateOnStart();
        services.TryAddSingleton(static provider => new CognitoIdentityCredentials(
            Options(provider),
            provider.GetRequiredService<ICognitoIdentityClient>(),
            provider.GetService<ILogger<CognitoIdentityCredentials>>()));
        services.TryAddSingleton<AWSCredentials>(static provider => provider.GetRequiredService<CognitoIdentityCredentials>());
        services.TryAddSingleton<ICognitoIdentityCredentialsFactory>(static provider => new CognitoIdentityCredentialsFactory(
            Options(provider),
            provider.GetRequiredService<ICognitoIdentityClient>(),
            provider.GetService<ILogger<CognitoIdentityCredentials>>()));
        return services;
    }

    /// <summary>
    /// As the other form, with options from a section of the configuration, as of <c>appsettings.json</c>: <c>IdentityPoolId</c>,
    /// <c>PreemptExpiryTime</c>, <c>ExpirationBuffer</c>, <c>RefreshTimeout</c> and <c>MaxUsers</c>; time spans are texts such as
    /// <c>00:05:00</c>. Call the other form too for what a configuration cannot hold.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section, as <c>configuration.GetSection("CognitoIdentityCredentials")</c>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddCognitoIdentityCredentials(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddCognitoIdentityCredentials(options => ConfigurationBinding.Apply(configuration, options));
    }

    private static CognitoIdentityCredentialsOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<CognitoIdentityCredentialsOptions>>().Value;
}
