using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>Options of credentials under dependency injection: what the container has, before the user's own, and the check at the start.</summary>
internal sealed class CredentialsOptionsSetup(IServiceProvider provider)
    : IConfigureOptions<CognitoIdentityCredentialsOptions>, IValidateOptions<CognitoIdentityCredentialsOptions>
{
    public void Configure(CognitoIdentityCredentialsOptions options)
    {
        options.IdentityIdStore = provider.GetService<IIdentityIdStore>() ?? options.IdentityIdStore;
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
    }

    public ValidateOptionsResult Validate(string? name, CognitoIdentityCredentialsOptions options)
    {
        try
        {
            // The client's region is known when there is a client: the provider checks it.
            options.Validate(clientRegion: null);
            return ValidateOptionsResult.Success;
        }
        catch (OptionsValidationException exception)
        {
            return ValidateOptionsResult.Fail(exception.Failures);
        }
    }
}
