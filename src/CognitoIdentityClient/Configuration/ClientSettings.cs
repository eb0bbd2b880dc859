using Microsoft.Extensions.Options;
using Polly;

namespace CognitoIdentity;

/// <summary>What a client works with, once its options are checked and filled up from the environment and the profile.</summary>
internal sealed class ClientSettings
{
    private const string NoRegionText =
        "No region. It can come from CognitoIdentityClientOptions.Region, the environment (AWS_REGION, AWS_DEFAULT_REGION) or the profile "
        + "(region in ~/.aws/config; AWS_PROFILE names the profile).";

    private ClientSettings(CognitoIdentityClientOptions options, SettingSources sources, string? region, Uri endpoint)
    {
        Region = region;
        Endpoint = endpoint;
        RegionOfIds = sources.Endpoint is null ? region : null;
        RetryMode = sources.RetryMode;
        MaxAttempts = sources.MaxAttempts;
        AttemptTimeout = options.AttemptTimeout;
        TotalTimeout = options.TotalTimeout;
        RequestValidation = options.RequestValidation;
        MaxResponseBytes = options.MaxResponseBytes;
        AllowsInsecureEndpoint = options.AllowInsecureEndpoint;
        SignatureLocation = options.SignatureLocation;
        CorrectsClockSkew = sources.CorrectsClockSkew;
        ConfigureResilience = options.ConfigureResilience;
        TimeProvider = options.TimeProvider;
        UserAgent = UserAgentHeader.Create(RetryMode, sources.ApplicationId);
    }

    /// <summary>The region, or null where an endpoint was given without one: enough for the anonymous operations.</summary>
    public string? Region { get; }

    public Uri Endpoint { get; }

    /// <summary>
    /// The region that the pools and identities of requests must be of: a pool exists in its own region only. Null for a custom endpoint,
    /// which may serve any region, as an emulator does.
    /// </summary>
    public string? RegionOfIds { get; }

    public bool AllowsInsecureEndpoint { get; }

    public SignatureLocation SignatureLocation { get; }

    public RetryMode RetryMode { get; }

    public int MaxAttempts { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan TotalTimeout { get; }

    public RequestValidation RequestValidation { get; }

    public int MaxResponseBytes { get; }

    public bool CorrectsClockSkew { get; }

    public Action<ResiliencePipelineBuilder>? ConfigureResilience { get; }

    public TimeProvider TimeProvider { get; }

    public string UserAgent { get; }

    /// <summary>Checks options and fills them up from the process's environment and the user's profile.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; the message has all that is.</exception>
    public static ClientSettings Resolve(CognitoIdentityClientOptions options) =>
        Resolve(options, Environment.GetEnvironmentVariable, static () => AwsProfile.Read(Environment.GetEnvironmentVariable));

    /// <summary>Checks options and fills them up.</summary>
    /// <param name="options">The options.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    /// <param name="profile">Reads the profile; asked only where neither the options nor the environment have a setting.</param>
    /// <exception cref="OptionsValidationException">Something is wrong; the message has all that is.</exception>
    public static ClientSettings Resolve(
        CognitoIdentityClientOptions options,
        Func<string, string?> environment,
        Func<AwsProfile?> profile)
    {
        var problems = new List<string>(options.ConfigurationProblems);
        var sources = new SettingSources(options, environment, profile, problems);
        var region = sources.Region;
        var useFips = RemoveFips(ref region) || sources.UseFipsEndpoint;
        if (region is null && sources.Endpoint is null)
        {
            problems.Add(NoRegionText);
        }

        OptionsChecks.CheckAddress(sources.Endpoint, region, useFips, sources.UseDualStackEndpoint, problems);
        OptionsChecks.CheckLimits(options, problems);
        if (problems.Count > 0)
        {
            throw Invalid(problems);
        }

        var endpoint = sources.Endpoint is { } custom
            ? ServiceEndpoint.WithTrailingSlash(custom)
            : ServiceEndpoint.Create(region!, useFips, sources.UseDualStackEndpoint);
        return new(options, sources, region, endpoint);
    }

    /// <summary>The error of a call that needs a region where the client has none.</summary>
    public static OptionsValidationException NoRegion() => Invalid([NoRegionText]);

    private static bool RemoveFips(ref string? region)
    {
        const string Prefix = "fips-";
        const string Suffix = "-fips";
        if (region is null)
        {
            return false;
        }

        var plain = region.StartsWith(Prefix, StringComparison.Ordinal) ? region[Prefix.Length..]
            : region.EndsWith(Suffix, StringComparison.Ordinal) ? region[..^Suffix.Length]
            : null;
        region = plain ?? region;
        return plain is not null;
    }

    private static OptionsValidationException Invalid(IReadOnlyList<string> problems) =>
        new(Options.DefaultName, typeof(CognitoIdentityClientOptions), problems);
}
