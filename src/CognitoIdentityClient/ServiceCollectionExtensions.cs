using CognitoIdentity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client of Amazon Cognito identity pools.</summary>
/// <remarks>
/// The methods have no optional parameters on purpose: Amazon.AspNetCore.Identity.Cognito has an <c>AddCognitoIdentity</c> with optional
/// ones in this same namespace, and C# prefers the method that needs none filled in.
/// </remarks>
public static class CognitoIdentityClientServiceCollectionExtensions
{
    private const string HttpClientName = "CognitoIdentity";

    /// <summary>
    /// Registers <see cref="ICognitoIdentityClient"/> as a singleton, set up from the environment and the profile. Registering twice does
    /// no harm.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>
    /// A builder for the message handlers of the client: those added with <c>AddHttpMessageHandler</c> see signed requests on their way out,
    /// once for every attempt. (The client sends through the handlers alone, so <c>ConfigureHttpClient</c> has no part in it.)
    /// </returns>
    public static IHttpClientBuilder AddCognitoIdentity(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<ICognitoIdentityClient>(static provider => new CognitoIdentityClient(
            provider.GetRequiredService<IOptions<CognitoIdentityClientOptions>>().Value,
            provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(HttpClientName)));
        services.Configure<HttpClientFactoryOptions>(HttpClientName, static options =>
        {
            // The singleton keeps its handler for good, so it must never expire; the connections in it are renewed instead.
            options.HandlerLifetime = Timeout.InfiniteTimeSpan;

            // First of all, so that a primary handler of the user's wins over it, also if it was set before a second registration.
            options.HttpMessageHandlerBuilderActions.Insert(0, static builder => builder.PrimaryHandler = PrimaryHandler.Create());
        });
        return services.AddHttpClient(HttpClientName);
    }

    /// <summary>Registers <see cref="ICognitoIdentityClient"/> as a singleton. Registering twice adds up what is configured.</summary>
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
}
