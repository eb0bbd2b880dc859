using CognitoIdentity;
using CognitoIdentity.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that redirect an application's Cognito identity client to an emulator.</summary>
public static class CognitoIdentityEmulatorServiceCollectionExtensions
{
    /// <summary>
    /// Redirects every client that the application registers with <c>AddCognitoIdentity</c>, before or after this call, to the
    /// emulator. It gets the emulator's endpoint, credentials and clock, and the emulator's region unless the emulator serves the
    /// application's. Everything else that the application configured stays, including its own message handlers.
    /// </summary>
    /// <param name="services">The services of the application, as a test host can change them.</param>
    /// <param name="emulator">The emulator. It must outlive the clients, and whoever started it disposes it.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="emulator"/> is null.</exception>
    /// <example>
    /// <code>builder.ConfigureTestServices(services => services.UseCognitoIdentityEmulator(emulator));</code>
    /// </example>
    public static IServiceCollection UseCognitoIdentityEmulator(this IServiceCollection services, CognitoIdentityEmulator emulator)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(emulator);
        return services.PostConfigureAll<CognitoIdentityClientOptions>(options =>
        {
            options.Endpoint = emulator.Endpoint;
            // The emulator speaks only HTTP, and listening beyond the loopback address was the caller's choice.
            options.AllowInsecureEndpoint |= !emulator.Endpoint.IsLoopback;
            options.Credentials = emulator.Credentials;
            options.TimeProvider = emulator.TimeProvider;
            if (options.Region is null || !emulator.Regions.Contains(options.Region))
            {
                options.Region = emulator.Region;
            }

            // Neither goes together with an endpoint.
            options.UseFipsEndpoint = false;
            options.UseDualStackEndpoint = false;
        });
    }
}
