#pragma warning disable IDE0130 // The namespace is the point: it is where the other package has its extension too.
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Stands in for Microsoft.AspNetCore.Identity's options, which the extension below takes.</summary>
public sealed class IdentityOptions
{
    public string? UserStore { get; set; }
}

/// <summary>
/// The extension of Amazon.AspNetCore.Identity.Cognito, with its signature: an application may well use both packages, and
/// <c>services.AddCognitoIdentity()</c> has to compile there.
/// </summary>
public static class OtherCognitoIdentityExtensions
{
    public static IServiceCollection AddCognitoIdentity(
        this IServiceCollection services,
        Action<IdentityOptions>? identityOptions = null,
        string? prefix = null)
    {
        identityOptions?.Invoke(new());
        return services.AddSingleton(new OtherRegistration(prefix));
    }

    public sealed record OtherRegistration(string? Prefix);
}
