using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly;

namespace CognitoIdentity;

/// <summary>The settings of a client: its options, checked and completed from the environment and the profile.</summary>
internal sealed class ClientSettings
{
    private const string NoRegionText =
        "No region. It can come from CognitoIdentityClientOptions.Region, the environment (AWS_REGION, AWS_DEFAULT_REGION) or the profile "
        + "(region in ~/.aws/config; AWS_PROFILE names the profile).";

    private readonly IReadOnlyList<string> _profileProblems;

    private ClientSettings(CognitoIdentityClientOptions options, SettingSources sources, string? region, Uri endpoint)
    {
        Region = region;
        _profileProblems = sources.ProfileProblems;
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
        Logger = options.LoggerFactory?.CreateLogger<CognitoIdentityClient>() ?? (ILogger)NullLogger.Instance;
        FirstAttempt = DescribeAttempt(1, MaxAttempts);
        UserAgent = UserAgentHeader.Create(RetryMode, sources.ApplicationId);
    }

    /// <summary>
    /// The region in lower case, or null if an endpoint was given without one, which is enough for the anonymous operations.
    /// </summary>
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

    public ILogger Logger { get; }

    public string UserAgent { get; }

    /// <summary>The value of <c>amz-sdk-request</c> in the first attempt of every call.</summary>
    public string FirstAttempt { get; }

    /// <summary>Returns the value of <c>amz-sdk-request</c> in an attempt.</summary>
    public static string DescribeAttempt(int attempt, int maxAttempts) => $"attempt={attempt}; max={maxAttempts}";

    /// <summary>Checks options and completes them from the environment of the process and the profile of the user.</summary>
    /// <exception cref="OptionsValidationException">The options are invalid; the message lists every problem.</exception>
    public static ClientSettings Resolve(CognitoIdentityClientOptions options) =>
        Resolve(options, Environment.GetEnvironmentVariable, static () => AwsProfile.Read(Environment.GetEnvironmentVariable));

    /// <summary>Checks options and completes them.</summary>
    /// <param name="options">The options.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    /// <param name="profile">Reads the profile; called only if neither the options nor the environment have a setting.</param>
    /// <exception cref="OptionsValidationException">The options are invalid; the message lists every problem.</exception>
    public static ClientSettings Resolve(
        CognitoIdentityClientOptions options,
        Func<string, string?> environment,
        Func<AwsProfile?> profile)
    {
        var problems = new List<string>(options.ConfigurationProblems);
        var sources = new SettingSources(options, environment, profile, problems);
        var region = sources.Region?.ToLowerInvariant();
        var useFips = RemoveFips(ref region) || sources.UseFipsEndpoint;
        if (region is null && sources.Endpoint is null && !sources.HasInvalidRegion)
        {
            problems.Add(NoRegionText);
            problems.AddRange(sources.ProfileProblems);
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

    /// <summary>Returns the error of a signed call of a client that has no region.</summary>
    public OptionsValidationException NoRegion() => Invalid([NoRegionText, .. _profileProblems]);

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
