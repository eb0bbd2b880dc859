using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>Takes from the container what the options leave open.</summary>
internal sealed class ContainerDefaults(IServiceProvider provider) : IPostConfigureOptions<CognitoIdentityClientOptions>
{
    public void PostConfigure(string? name, CognitoIdentityClientOptions options)
    {
        if (!options.HasTimeProvider && provider.GetService<TimeProvider>() is { } timeProvider)
        {
            options.TimeProvider = timeProvider;
        }

        // Asked when they are first needed: that is when AWSSDK.Core is loaded. Credentials of a user of a pool are got by the client itself:
        // its own calls, such as a backend's on the way to them, are never signed with those.
        options.ContainerCredentials ??= () => provider.GetService<AWSCredentials>() is { } found and not CognitoIdentityCredentials ? found : null;
    }
}
