using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>Checks options under dependency injection as the client does when it is created.</summary>
/// <param name="isUsed">Whether a client will be created from the options of a name.</param>
internal sealed class OptionsValidator(Func<string, bool> isUsed) : IValidateOptions<CognitoIdentityClientOptions>
{
    public ValidateOptionsResult Validate(string? name, CognitoIdentityClientOptions options)
    {
        if (!isUsed(name ?? Options.DefaultName))
        {
            return ValidateOptionsResult.Skip;
        }

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
