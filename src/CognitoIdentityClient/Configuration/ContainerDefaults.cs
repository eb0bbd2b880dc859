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

        // Asked when they are first needed: that is when AWSSDK.Core is loaded.
        options.ContainerCredentials ??= () => provider.GetService<AWSCredentials>();
    }
}
