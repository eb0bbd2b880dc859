using System.Globalization;
using Microsoft.Extensions.Options;
using static CognitoIdentity.Tests.Configuration.TestProfile;

namespace CognitoIdentity.Tests.Configuration;

/// <summary>Code, then environment, then profile, then the default.</summary>
public sealed class SettingSourcesTests
{
    [Theory]
    [InlineData("code", "env", "default", "profile", "code")]
    [InlineData(null, "env", "default", "profile", "env")]
    [InlineData("", "env", "default", "profile", "env")]
    [InlineData(null, null, "default", "profile", "default")]
    [InlineData(null, "", "default", "profile", "default")]
    [InlineData(null, null, null, "profile", "profile")]
    [InlineData(null, "", "", "profile", "profile")]
    public void Region_comes_from_code_then_environment_then_profile(
        string? code,
        string? region,
        string? defaultRegion,
        string? profile,
        string expected)
    {
        var settings = ClientSettings.Resolve(new() { Region = code }, Environment, () => Profile(("region", profile)));

        Assert.Equal(expected, settings.Region);

        string? Environment(string name) => name switch
        {
            "AWS_REGION" => region,
            "AWS_DEFAULT_REGION" => defaultRegion,
            _ => null,
        };
    }

    [Fact]
    public void Settings_all_given_in_code_leave_the_profile_unread()
    {
        var options = new CognitoIdentityClientOptions
        {
            Region = "us-east-1",
            Endpoint = new("https://h.example"),
            UseFipsEndpoint = false,
            UseDualStackEndpoint = false,
            RetryMode = RetryMode.Standard,
            MaxAttempts = 3,
            ClockSkewCorrection = true,
            ApplicationId = "app",
        };

        ClientSettings.Resolve(options, _ => null, () => throw new InvalidOperationException("The profile was read"));
    }

    [Theory]
    [InlineData("AWS_REGION")]
    [InlineData("AWS_DEFAULT_REGION")]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_COGNITO_IDENTITY")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")]
    [InlineData("AWS_USE_FIPS_ENDPOINT")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT")]
    [InlineData("AWS_RETRY_MODE")]
    [InlineData("AWS_MAX_ATTEMPTS")]
    [InlineData("AWS_DISABLE_CLOCK_SKEW_CORRECTION")]
    [InlineData("AWS_SDK_UA_APP_ID")]
    public void Variable_is_not_read_if_its_setting_is_given_in_code(string variable)
    {
        var options = new CognitoIdentityClientOptions { Region = "us-east-1" };
        switch (variable)
        {
            case "AWS_ENDPOINT_URL" or "AWS_ENDPOINT_URL_COGNITO_IDENTITY" or "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS":
                options.Endpoint = new("https://h.example");
                break;
            case "AWS_USE_FIPS_ENDPOINT":
                options.UseFipsEndpoint = false;
                break;
            case "AWS_USE_DUALSTACK_ENDPOINT":
                options.UseDualStackEndpoint = false;
                break;
            case "AWS_RETRY_MODE":
                options.RetryMode = RetryMode.Standard;
                break;
            case "AWS_MAX_ATTEMPTS":
                options.MaxAttempts = 3;
                break;
            case "AWS_DISABLE_CLOCK_SKEW_CORRECTION":
                options.ClockSkewCorrection = true;
                break;
            case "AWS_SDK_UA_APP_ID":
                options.ApplicationId = "app";
                break;
        }

        var read = new List<string>();
        ClientSettings.Resolve(
            options,
            name =>
            {
                read.Add(name);
                return name == variable ? "in\tvalid" : null;
            },
            () => null);

        Assert.DoesNotContain(variable, read);
    }

    [Theory]
    [InlineData(7, "5", 4, 7)]
    [InlineData(null, "5", 4, 5)]
    [InlineData(null, "", 4, 4)]
    [InlineData(null, null, null, 3)]
    public void Attempts_come_from_code_then_environment_then_profile_and_are_three_by_default(
        int? code,
        string? variable,
        int? profile,
        int expected)
    {
        var settings = Resolve(new() { MaxAttempts = code }, "AWS_MAX_ATTEMPTS", variable,
            Profile(("max_attempts", profile?.ToString(CultureInfo.InvariantCulture))));

        Assert.Equal(expected, settings.MaxAttempts);
    }

    [Theory]
    [InlineData(RetryMode.Standard, "adaptive", RetryMode.Adaptive, RetryMode.Standard)]
    [InlineData(null, "Adaptive", RetryMode.Standard, RetryMode.Adaptive)]
    [InlineData(null, "", RetryMode.Adaptive, RetryMode.Adaptive)]
    [InlineData(null, null, null, RetryMode.Standard)]
    public void Retry_mode_comes_from_code_then_environment_then_profile_and_is_standard_by_default(
        RetryMode? code,
        string? variable,
        RetryMode? profile,
        RetryMode expected)
    {
        var settings = Resolve(new() { RetryMode = code }, "AWS_RETRY_MODE", variable, Profile(("retry_mode", profile?.ToString())));

        Assert.Equal(expected, settings.RetryMode);
    }

    [Theory]
    [InlineData(null, "from-environment", " app/from-environment")]
    [InlineData("from-code", "from-environment", " app/from-code")]
    [InlineData(null, null, " cfg/retry-mode#standard")]
    [InlineData(null, "", " cfg/retry-mode#standard")]
    [InlineData(null, "", " app/from-profile", "from-profile")]
    [InlineData(null, "from-environment", " app/from-environment", "from-profile")]
    public void Application_id_comes_from_code_then_environment_then_profile(
        string? code,
        string? variable,
        string expectedEnd,
        string? profile = null)
    {
        var settings = Resolve(new() { ApplicationId = code }, "AWS_SDK_UA_APP_ID", variable, Profile(("sdk_ua_app_id", profile)));

        Assert.EndsWith(expectedEnd, settings.UserAgent);
    }

    [Theory]
    [InlineData("AWS_MAX_ATTEMPTS", "0")]
    [InlineData("AWS_MAX_ATTEMPTS", "-1")]
    [InlineData("AWS_MAX_ATTEMPTS", "many")]
    [InlineData("AWS_RETRY_MODE", "eager")]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "yes")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "1")]
    [InlineData("AWS_DISABLE_CLOCK_SKEW_CORRECTION", "on")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "no")]
    [InlineData("AWS_ENDPOINT_URL", "localhost")]
    [InlineData("AWS_ENDPOINT_URL_COGNITO_IDENTITY", "relative/path")]
    public void Bad_value_of_a_variable_is_an_error_that_names_it(string name, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Resolve(new(), name, value, null));

        Assert.Contains($"{name} is '{value}'", error.Message);
    }

    [Theory]
    [InlineData(false, "true", true, true)]
    [InlineData(null, "true", true, false)]
    [InlineData(null, "False", true, true)]
    [InlineData(null, null, true, false)]
    [InlineData(null, null, null, true)]
    public void Clock_skew_correction_comes_from_code_then_environment_then_profile_and_is_on_by_default(
        bool? code,
        string? disabledByVariable,
        bool? disabledByProfile,
        bool expected)
    {
        var options = new CognitoIdentityClientOptions { ClockSkewCorrection = code is null ? null : !code };
        var profile = Profile(("disable_clock_skew_correction", disabledByProfile?.ToString()));

        var settings = Resolve(options, "AWS_DISABLE_CLOCK_SKEW_CORRECTION", disabledByVariable, profile);

        Assert.Equal(expected, settings.CorrectsClockSkew);
    }

    [Fact]
    public void Bad_number_of_attempts_in_the_profile_is_an_error_that_names_it()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Resolve(new(), "", "", Profile(("max_attempts", "0"))));

        Assert.Contains("max_attempts in config, line 1, is invalid", error.Message);
    }

    [Fact]
    public void Region_found_nowhere_is_an_error_that_lists_where_it_can_come_from()
    {
        var error = Assert.Throws<OptionsValidationException>(() => ClientSettings.Resolve(new(), _ => null, () => null));

        Assert.All(
            ["CognitoIdentityClientOptions.Region", "AWS_REGION", "AWS_DEFAULT_REGION", "~/.aws/config"],
            source => Assert.Contains(source, error.Message));
    }

    // Both name the mode that older SDKs had by default.
    [Theory]
    [InlineData("legacy", null)]
    [InlineData(null, "legacy")]
    public void Retry_mode_legacy_is_standard_in_the_environment_as_in_the_profile(string? variable, string? profile)
    {
        var settings = Resolve(new(), "AWS_RETRY_MODE", variable, Profile(("retry_mode", profile)));

        Assert.Equal(RetryMode.Standard, settings.RetryMode);
    }

    private static ClientSettings Resolve(CognitoIdentityClientOptions options, string variable, string? value, AwsProfile? profile)
    {
        options.Region = "us-east-1";
        return ClientSettings.Resolve(options, name => name == variable ? value : null, () => profile);
    }
}
