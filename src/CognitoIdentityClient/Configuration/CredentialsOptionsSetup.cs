using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>
/// Sets up options of credentials under dependency injection: the defaults from the container, and validation at the start.
/// </summary>
internal sealed class CredentialsOptionsSetup(IServiceProvider provider)
    : IConfigureNamedOptions<CognitoIdentityCredentialsOptions>, IValidateOptions<CognitoIdentityCredentialsOptions>
{
    public void Configure(CognitoIdentityCredentialsOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CognitoIdentityCredentialsOptions options)
    {
        options.IdentityIdStore = provider.GetService<IIdentityIdStore>() ?? options.IdentityIdStore;
        options.SessionStore = provider.GetService<ISessionStore>() ?? options.SessionStore;
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
    }

    public ValidateOptionsResult Validate(string? name, CognitoIdentityCredentialsOptions options)
    {
        try
        {
            // The client's region is known when there is a client: the credentials check it.
            options.Validate(clientRegion: null);
            return ValidateOptionsResult.Success;
        }
        catch (OptionsValidationException exception)
        {
            return ValidateOptionsResult.Fail(exception.Failures);
        }
    }
}
