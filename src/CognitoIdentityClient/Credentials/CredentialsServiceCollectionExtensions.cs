using Amazon.Runtime;
using CognitoIdentity;
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
    /// services are used unless the options set others. The client's own signed calls are never signed with a user's credentials.
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
                client.Region ??= IdentityPoolRegion.Of(credentials.Value.IdentityPoolId));

        // Before the user's own, which so win.
        services.AddOptions<CognitoIdentityCredentialsOptions>()
            .Configure<IServiceProvider>(static (options, provider) =>
            {
                options.IdentityIdStore = provider.GetService<IIdentityIdStore>() ?? options.IdentityIdStore;
                options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
            })
            .Configure(configure);
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

    private static CognitoIdentityCredentialsOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<CognitoIdentityCredentialsOptions>>().Value;
}
