using System.Globalization;

namespace CognitoIdentity;

/// <summary>
/// The settings that can come from several places: the options first, then the environment, then the profile, then the default. The
/// environment and the profile are read only for settings that the options leave open.
/// </summary>
internal sealed class SettingSources
{
    private const int DefaultMaxAttempts = 3;
    private const string Switch = "true or false";
    private const string Address = "an absolute http or https address";

    private readonly Func<string, string?> _environment;
    private readonly Lazy<AwsProfile?> _profile;
    private readonly List<string> _problems;

    /// <param name="options">The options.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    /// <param name="readProfile">Reads the profile; called only if neither the options nor the environment have a setting.</param>
    /// <param name="problems">The list that invalid settings are added to.</param>
    public SettingSources(
        CognitoIdentityClientOptions options,
        Func<string, string?> environment,
        Func<AwsProfile?> readProfile,
        List<string> problems)
    {
        _environment = environment;
        _profile = new(readProfile);
        _problems = problems;
        Region = NullIfEmpty(options.Region) ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? ProfileRegion();
        Endpoint = options.Endpoint ?? ConfiguredEndpoint();
        UseFipsEndpoint = options.UseFipsEndpoint ?? Value("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", ParseSwitch, Switch) ?? false;
        UseDualStackEndpoint =
            options.UseDualStackEndpoint ?? Value("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", ParseSwitch, Switch) ?? false;
        RetryMode = options.RetryMode
            ?? Value("AWS_RETRY_MODE", "retry_mode", ParseRetryMode, "standard or adaptive") ?? RetryMode.Standard;
        MaxAttempts = options.MaxAttempts
            ?? Value("AWS_MAX_ATTEMPTS", "max_attempts", ParseAttempts, "a number, 1 or more, where 1 means no retry")
            ?? DefaultMaxAttempts;
        CorrectsClockSkew = options.ClockSkewCorrection
            ?? !(Value("AWS_DISABLE_CLOCK_SKEW_CORRECTION", "disable_clock_skew_correction", ParseSwitch, Switch) ?? false);
        ApplicationId = NullIfEmpty(options.ApplicationId) ?? Variable("AWS_SDK_UA_APP_ID") ?? Profile?.Find("sdk_ua_app_id")?.Text;
    }

    public string? Region { get; }

    /// <summary>Whether the profile's region is invalid; <see cref="Region"/> is null then.</summary>
    public bool HasInvalidRegion { get; private set; }

    /// <summary>The endpoint that is configured somewhere; null for the service's own.</summary>
    public Uri? Endpoint { get; }

    public bool UseFipsEndpoint { get; }

    public bool UseDualStackEndpoint { get; }

    public RetryMode RetryMode { get; }

    public int MaxAttempts { get; }

    public bool CorrectsClockSkew { get; }

    public string? ApplicationId { get; }

    /// <summary>The problems of the profile's files. They matter only if a necessary setting has to come from there.</summary>
    public IReadOnlyList<string> ProfileProblems => _profile.IsValueCreated ? Profile?.Problems ?? [] : [];

    private AwsProfile? Profile => _profile.Value;

    private string? ProfileRegion()
    {
        if (Profile?.Find("region") is not { } region)
        {
            return null;
        }

        if (ServiceEndpoint.IsHostLabel(region.Text))
        {
            return region.Text;
        }

        HasInvalidRegion = true;
        _problems.Add(Invalid("region", region, "a region"));
        return null;
    }

    private Uri? ConfiguredEndpoint()
    {
        if (Parsed("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", ParseSwitch, Switch) == true)
        {
            return null;
        }

        foreach (var name in (string[])["AWS_ENDPOINT_URL_COGNITO_IDENTITY", "AWS_ENDPOINT_URL"])
        {
            if (Variable(name) is { } address)
            {
                return ParseAddress(address, $"{name} is '{address}'; it has to be {Address}.");
            }
        }

        return (Profile?.Find(AwsProfile.ServiceEndpointUrl) ?? Profile?.Find("endpoint_url")) is { } setting
            && Parsed(Profile!, "ignore_configured_endpoint_urls", ParseSwitch, Switch) != true
                ? ParseAddress(setting.Text, Invalid("endpoint_url", setting, Address))
                : null;
    }

    private Uri? ParseAddress(string text, string problem)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return address;
        }

        _problems.Add(problem);
        return null;
    }

    private T? Value<T>(string variable, string key, Func<string, T?> parse, string expected)
        where T : struct =>
        Variable(variable) is null && Profile is { } profile
            ? Parsed(profile, key, parse, expected)
            : Parsed(variable, parse, expected);

    private T? Parsed<T>(string variable, Func<string, T?> parse, string expected)
        where T : struct
    {
        if (Variable(variable) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            _problems.Add($"{variable} is '{text}'; it has to be {expected}.");
        }

        return value;
    }

    private T? Parsed<T>(AwsProfile profile, string key, Func<string, T?> parse, string expected)
        where T : struct
    {
        if (profile.Find(key) is not { } setting)
        {
            return null;
        }

        var value = parse(setting.Text);
        if (value is null)
        {
            _problems.Add(Invalid(key, setting, expected));
        }

        return value;
    }

    // Without the value: a profile's file has secrets, and one may stand in the wrong place.
    private static string Invalid(string key, ProfileSetting setting, string expected) =>
        $"{key} in {setting.Place}, is invalid; it has to be {expected}.";

    private static bool? ParseSwitch(string text) => bool.TryParse(text, out var value) ? value : null;

    // "legacy" is a mode of older SDKs only. An application that set it for them still wants retries here.
    private static RetryMode? ParseRetryMode(string text) => text.ToLowerInvariant() switch
    {
        "standard" or "legacy" => CognitoIdentity.RetryMode.Standard,
        "adaptive" => CognitoIdentity.RetryMode.Adaptive,
        _ => null,
    };

    private static int? ParseAttempts(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts >= 1 ? attempts : null;

    private string? Variable(string name) => NullIfEmpty(_environment(name));

    // An empty text is the same as none, in the options as in the environment.
    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
