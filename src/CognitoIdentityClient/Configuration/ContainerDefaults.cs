using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>Takes from the container what the options of a client leave open.</summary>
internal sealed class ContainerDefaults(IServiceProvider provider, RegisteredClients clients)
    : IPostConfigureOptions<CognitoIdentityClientOptions>
{
    public void PostConfigure(string? name, CognitoIdentityClientOptions options)
    {
        if (!options.HasTimeProvider && provider.GetService<TimeProvider>() is { } timeProvider)
        {
            options.TimeProvider = timeProvider;
        }

        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();

        // Called on the first signed call: only then is AWSSDK.Core loaded, and credentials that themselves call this client exist by then.
        var key = clients.GetKey(name ?? Options.DefaultName);
        options.ContainerCredentials ??= () => (key is null ? null : Credentials(key)) ?? Credentials(key: null);
    }

    // The credentials of a pool's user come from the client itself: its own calls, such as a backend's on the way to them, are never signed
    // with those.
    private AWSCredentials? Credentials(object? key)
    {
        if (clients.IsScoped(typeof(AWSCredentials), key))
        {
            throw new CredentialsNotFoundException(
                "The AWSCredentials in the container are a scoped service, and the client, a singleton, cannot use those. Register them "
                + "as a "
                + "singleton, or set CognitoIdentityClientOptions.Credentials.");
        }

        var found = key is null ? provider.GetService<AWSCredentials>() : provider.GetKeyedService<AWSCredentials>(key);
        return found is CognitoIdentityCredentials ? null : found;
    }
}
