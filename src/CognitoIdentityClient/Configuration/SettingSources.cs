using System.Globalization;

namespace CognitoIdentity;

/// <summary>The settings that can come from several places: the options first, then the environment, then the profile, then the default.</summary>
internal sealed class SettingSources
{
    private const int DefaultMaxAttempts = 3;

    public SettingSources(
        CognitoIdentityClientOptions options,
        Func<string, string?> environment,
        Func<AwsProfile?> readProfile,
        List<string> problems)
    {
        var profile = new Lazy<AwsProfile?>(readProfile);
        Region = Variable("AWS_REGION", options.Region) ?? Variable("AWS_DEFAULT_REGION") ?? profile.Value?.Region;
        ApplicationId = Variable("AWS_SDK_UA_APP_ID", options.ApplicationId);
        RetryMode = options.RetryMode ?? ReadRetryMode(Variable("AWS_RETRY_MODE"), problems) ?? profile.Value?.RetryMode ?? default;
        MaxAttempts = options.MaxAttempts
            ?? ReadMaxAttempts(Variable("AWS_MAX_ATTEMPTS"), problems)
            ?? CheckMaxAttempts(profile.Value?.MaxAttempts, problems)
            ?? DefaultMaxAttempts;
        CorrectsClockSkew = options.ClockSkewCorrection ?? !IsTrue(Variable("AWS_DISABLE_CLOCK_SKEW_CORRECTION"));

        // Empty is as good as absent, in the options as in the environment.
        string? Variable(string name, string? given = null) =>
            !string.IsNullOrEmpty(given) ? given : environment(name) is { Length: > 0 } value ? value : null;
    }

    public string? Region { get; }

    public string? ApplicationId { get; }

    public RetryMode RetryMode { get; }

    public int MaxAttempts { get; }

    public bool CorrectsClockSkew { get; }

    // "legacy" is a mode of older SDKs only; who set it for them wants retries here all the same.
    private static RetryMode? ReadRetryMode(string? text, List<string> problems)
    {
        switch (text?.ToLowerInvariant())
        {
            case null:
                return null;
            case "standard" or "legacy":
                return CognitoIdentity.RetryMode.Standard;
            case "adaptive":
                return CognitoIdentity.RetryMode.Adaptive;
            default:
                problems.Add($"AWS_RETRY_MODE is '{text}'; it has to be standard or adaptive.");
                return null;
        }
    }

    private static int? ReadMaxAttempts(string? text, List<string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts >= 1)
        {
            return attempts;
        }

        problems.Add($"AWS_MAX_ATTEMPTS is '{text}'; it has to be a number, 1 or more, where 1 means no retry.");
        return null;
    }

    private static int? CheckMaxAttempts(int? attempts, List<string> problems)
    {
        if (attempts < 1)
        {
            problems.Add($"max_attempts of the profile is {attempts}; it has to be 1 or more, where 1 means no retry.");
        }

        return attempts;
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}
