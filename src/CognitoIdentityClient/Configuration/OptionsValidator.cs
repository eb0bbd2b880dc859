using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>Checks options under dependency injection as the client does when it is made.</summary>
internal sealed class OptionsValidator : IValidateOptions<CognitoIdentityClientOptions>
{
    public ValidateOptionsResult Validate(string? name, CognitoIdentityClientOptions options)
    {
        try
        {
            ClientSettings.Resolve(options);
            return ValidateOptionsResult.Success;
        }
        catch (OptionsValidationException exception)
        {
            return ValidateOptionsResult.Fail(exception.Failures);
        }
    }
}
