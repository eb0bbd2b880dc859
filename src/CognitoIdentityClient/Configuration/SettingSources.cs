using System.Globalization;

namespace CognitoIdentity;

/// <summary>The settings that can come from several places: the options first, then the environment, then the profile, then the default.</summary>
internal sealed class SettingSources
{
    private const int DefaultMaxAttempts = 3;

    private readonly Func<string, string?> _environment;
    private readonly Lazy<AwsProfile?> _profile;
    private readonly List<string> _problems;

    /// <param name="options">The options.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    /// <param name="readProfile">Reads the profile; asked only where neither the options nor the environment have a setting.</param>
    /// <param name="problems">Where what is wrong with a setting is added.</param>
    public SettingSources(
        CognitoIdentityClientOptions options,
        Func<string, string?> environment,
        Func<AwsProfile?> readProfile,
        List<string> problems)
    {
        _environment = environment;
        _profile = new(() => Report(readProfile()));
        _problems = problems;
        Region = NullIfEmpty(options.Region) ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? Profile?.Region;
        Endpoint = options.Endpoint ?? ConfiguredEndpoint();
        UseFipsEndpoint = (options.UseFipsEndpoint ?? Switch("AWS_USE_FIPS_ENDPOINT") ?? Profile?.UseFipsEndpoint) == true;
        UseDualStackEndpoint =
            (options.UseDualStackEndpoint ?? Switch("AWS_USE_DUALSTACK_ENDPOINT") ?? Profile?.UseDualStackEndpoint) == true;
        RetryMode = options.RetryMode ?? RetryModeVariable() ?? Profile?.RetryMode ?? RetryMode.Standard;
        MaxAttempts = options.MaxAttempts ?? MaxAttemptsVariable() ?? ProfileMaxAttempts() ?? DefaultMaxAttempts;
        CorrectsClockSkew = options.ClockSkewCorrection
            ?? !(Switch("AWS_DISABLE_CLOCK_SKEW_CORRECTION") ?? Profile?.DisableClockSkewCorrection ?? false);
        ApplicationId = NullIfEmpty(options.ApplicationId) ?? Variable("AWS_SDK_UA_APP_ID") ?? Profile?.ApplicationId;
    }

    public string? Region { get; }

    /// <summary>The endpoint that is configured somewhere; null for the service's own.</summary>
    public Uri? Endpoint { get; }

    public bool UseFipsEndpoint { get; }

    public bool UseDualStackEndpoint { get; }

    public RetryMode RetryMode { get; }

    public int MaxAttempts { get; }

    public bool CorrectsClockSkew { get; }

    public string? ApplicationId { get; }

    private AwsProfile? Profile => _profile.Value;

    private AwsProfile? Report(AwsProfile? profile)
    {
        if (profile?.Problem is { } problem)
        {
            _problems.Add(problem);
        }

        return profile;
    }

    private Uri? ConfiguredEndpoint()
    {
        if (Switch("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") == true)
        {
            return null;
        }

        foreach (var name in (string[])["AWS_ENDPOINT_URL_COGNITO_IDENTITY", "AWS_ENDPOINT_URL"])
        {
            if (Variable(name) is { } address)
            {
                return Address(address, name);
            }
        }

        return Profile is { EndpointUrl: { Length: > 0 } url, IgnoreConfiguredEndpointUrls: not true }
            ? Address(url, "endpoint_url of the profile")
            : null;
    }

    private Uri? Address(string text, string source)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return address;
        }

        _problems.Add($"{source} is '{text}'; it has to be an absolute http or https address.");
        return null;
    }

    // "legacy" is a mode of older SDKs only; who set it for them wants retries here all the same.
    private RetryMode? RetryModeVariable()
    {
        const string Name = "AWS_RETRY_MODE";
        switch (Variable(Name)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "standard" or "legacy":
                return RetryMode.Standard;
            case "adaptive":
                return RetryMode.Adaptive;
            case var text:
                _problems.Add($"{Name} is '{text}'; it has to be standard or adaptive.");
                return null;
        }
    }

    private int? MaxAttemptsVariable()
    {
        const string Name = "AWS_MAX_ATTEMPTS";
        if (Variable(Name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts >= 1)
        {
            return attempts;
        }

        _problems.Add($"{Name} is '{text}'; it has to be a number, 1 or more, where 1 means no retry.");
        return null;
    }

    private int? ProfileMaxAttempts()
    {
        if (Profile?.MaxAttempts < 1)
        {
            _problems.Add($"max_attempts of the profile is {Profile.MaxAttempts}; it has to be 1 or more, where 1 means no retry.");
        }

        return Profile?.MaxAttempts;
    }

    private bool? Switch(string name)
    {
        switch (Variable(name)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            case var text:
                _problems.Add($"{name} is '{text}'; it has to be true or false.");
                return null;
        }
    }

    private string? Variable(string name) => NullIfEmpty(_environment(name));

    // Empty is as good as absent, in the options as in the environment.
    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
