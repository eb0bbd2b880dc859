using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CognitoIdentity;

/// <summary>Reads options from a section of the configuration.</summary>
/// <remarks>
/// By hand: the reflection-based binder is not trim-safe, and the generated one fails on members of the options that no configuration can
/// hold, such as credentials.
/// </remarks>
internal static class ConfigurationBinding
{
    private const string Boolean = "true or false";
    private const string Number = "a whole number";
    private const string Time = "a time span such as 00:00:05";

    /// <summary>
    /// Sets the options that the section has. Invalid values are reported with all other problems when the options are checked.
    /// </summary>
    public static void Apply(IConfiguration section, CognitoIdentityClientOptions options)
    {
        ConfigurationKeys.Check(section, options.ConfigurationProblems);
        options.Region = Read(nameof(options.Region), options.Region, text => text, "");
        options.Endpoint =
            Read(nameof(options.Endpoint), options.Endpoint, text => new Uri(text, UriKind.RelativeOrAbsolute), "an address");
        options.UseFipsEndpoint = Read(nameof(options.UseFipsEndpoint), options.UseFipsEndpoint, text => bool.Parse(text), Boolean);
        options.UseDualStackEndpoint =
            Read(nameof(options.UseDualStackEndpoint), options.UseDualStackEndpoint, text => bool.Parse(text), Boolean);
        options.AllowInsecureEndpoint = Read(nameof(options.AllowInsecureEndpoint), options.AllowInsecureEndpoint, bool.Parse, Boolean);
        options.UseHttpClientDefaults = Read(nameof(options.UseHttpClientDefaults), options.UseHttpClientDefaults, bool.Parse, Boolean);
        options.SignatureLocation = Read(
            nameof(options.SignatureLocation), options.SignatureLocation, ParseEnum<SignatureLocation>,
            "AuthorizationHeader or QueryString");
        options.RetryMode = Read(nameof(options.RetryMode), options.RetryMode, text => ParseEnum<RetryMode>(text), "Standard or Adaptive");
        options.MaxAttempts = Read(nameof(options.MaxAttempts), options.MaxAttempts, text => ParseNumber(text), Number);
        options.AttemptTimeout = Read(nameof(options.AttemptTimeout), options.AttemptTimeout, ParseTime, Time);
        options.TotalTimeout = Read(nameof(options.TotalTimeout), options.TotalTimeout, ParseTime, Time);
        options.RequestValidation = Read(
            nameof(options.RequestValidation), options.RequestValidation, ParseEnum<RequestValidation>, "Full, RequiredOnly or None");
        options.MaxResponseBytes = Read(nameof(options.MaxResponseBytes), options.MaxResponseBytes, ParseNumber, Number);
        options.ClockSkewCorrection =
            Read(nameof(options.ClockSkewCorrection), options.ClockSkewCorrection, text => bool.Parse(text), Boolean);
        options.ApplicationId = Read(nameof(options.ApplicationId), options.ApplicationId, text => text, "");
        T Read<T>(string name, T current, Func<string, T> parse, string expected) =>
            ReadOr(current, section, name, parse, expected, options.ConfigurationProblems);
    }

    /// <summary>Sets the options of credentials that the section has.</summary>
    public static void Apply(IConfiguration section, CognitoIdentityCredentialsOptions options)
    {
        ConfigurationKeys.Check(section, options.ConfigurationProblems);
        options.IdentityPoolId = Read(nameof(options.IdentityPoolId), options.IdentityPoolId, text => text, "");
        options.PreemptExpiryTime = Read(nameof(options.PreemptExpiryTime), options.PreemptExpiryTime, ParseTime, Time);
        options.ExpirationBuffer = Read(nameof(options.ExpirationBuffer), options.ExpirationBuffer, ParseTime, Time);
        options.RefreshTimeout = Read(nameof(options.RefreshTimeout), options.RefreshTimeout, ParseTime, Time);
        options.StoreTimeout = Read(nameof(options.StoreTimeout), options.StoreTimeout, ParseTime, Time);
        options.DeveloperLoginKey = Read(nameof(options.DeveloperLoginKey), options.DeveloperLoginKey, text => text, "");
        options.AllowFewerLogins = Read(nameof(options.AllowFewerLogins), options.AllowFewerLogins, bool.Parse, Boolean);
        options.EndWithLoginToken = Read(nameof(options.EndWithLoginToken), options.EndWithLoginToken, bool.Parse, Boolean);
        options.NewRoleRetryTime = Read(nameof(options.NewRoleRetryTime), options.NewRoleRetryTime, ParseTime, Time);
        options.MaxUsers = Read(nameof(options.MaxUsers), options.MaxUsers, ParseNumber, Number);
        T Read<T>(string name, T current, Func<string, T> parse, string expected) =>
            ReadOr(current, section, name, parse, expected, options.ConfigurationProblems);
    }

    private static T ReadOr<T>(
        T current,
        IConfiguration section,
        string name,
        Func<string, T> parse,
        string expected,
        List<string> problems)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return current;
        }

        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            problems.Add($"{name} is '{text}' in the configuration; it has to be {expected}.");
            return current;
        }
    }

    private static T ParseEnum<T>(string text)
        where T : struct, Enum =>
        Enum.Parse<T>(text, ignoreCase: true);

    private static int ParseNumber(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan ParseTime(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
