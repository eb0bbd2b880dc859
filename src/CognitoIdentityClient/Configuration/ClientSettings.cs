using Microsoft.Extensions.Options;

namespace CognitoIdentity;

/// <summary>What a client works with, once its options are checked and filled up from the environment and the profile.</summary>
internal sealed class ClientSettings
{
    private const string NoRegionText =
        "No region. It can come from CognitoIdentityClientOptions.Region, the environment (AWS_REGION, AWS_DEFAULT_REGION) or the profile "
        + "(region in ~/.aws/config; AWS_PROFILE names the profile).";

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    private ClientSettings(CognitoIdentityClientOptions options, string? region, Uri endpoint, string? applicationId)
    {
        Region = region;
        Endpoint = endpoint;
        MaxAttempts = options.MaxAttempts;
        AttemptTimeout = options.AttemptTimeout;
        TotalTimeout = options.TotalTimeout;
        MaxResponseBytes = options.MaxResponseBytes;
        TimeProvider = options.TimeProvider;
        UserAgent = UserAgentHeader.Create("standard", applicationId);
    }

    /// <summary>The region, or null where an endpoint was given without one: enough for the anonymous operations.</summary>
    public string? Region { get; }

    public Uri Endpoint { get; }

    public int MaxAttempts { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan TotalTimeout { get; }

    public int MaxResponseBytes { get; }

    public TimeProvider TimeProvider { get; }

    public string UserAgent { get; }

    /// <summary>Checks options and fills them up.</summary>
    /// <param name="options">The options.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    /// <param name="profileRegion">Reads the region of the profile; asked only where nothing else gives one.</param>
    /// <exception cref="OptionsValidationException">Something is wrong; the message has all that is.</exception>
    public static ClientSettings Resolve(
        CognitoIdentityClientOptions options,
        Func<string, string?> environment,
        Func<string?> profileRegion)
    {
        var region = NullIfEmpty(options.Region)
            ?? NullIfEmpty(environment("AWS_REGION"))
            ?? NullIfEmpty(environment("AWS_DEFAULT_REGION"))
            ?? NullIfEmpty(profileRegion());
        var useFips = RemoveFips(ref region) || options.UseFipsEndpoint;

        var problems = new List<string>();
        CheckAddress(options, region, useFips, problems);
        CheckLimits(options, problems);
        if (problems.Count > 0)
        {
            throw Invalid(problems);
        }

        var endpoint = options.Endpoint is { } custom
            ? ServiceEndpoint.WithTrailingSlash(custom)
            : ServiceEndpoint.Of(region!, useFips, options.UseDualStackEndpoint);
        return new(options, region, endpoint, options.ApplicationId ?? environment("AWS_SDK_UA_APP_ID"));
    }

    /// <summary>The error of a call that needs a region where the client has none.</summary>
    public static OptionsValidationException NoRegion() => Invalid([NoRegionText]);

    private static void CheckAddress(CognitoIdentityClientOptions options, string? region, bool useFips, List<string> problems)
    {
        if (region is null)
        {
            if (options.Endpoint is null)
            {
                problems.Add(NoRegionText);
            }
        }
        else if (!ServiceEndpoint.IsHostLabel(region))
        {
            problems.Add($"Region '{region}' is not a region: it can have letters, digits and inner hyphens, and at most 63 characters.");
        }

        if (options.Endpoint is not { } endpoint)
        {
            return;
        }

        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
        {
            problems.Add("Endpoint has to be an absolute http or https address.");
        }
        else if (endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0 || endpoint.UserInfo.Length > 0)
        {
            problems.Add("Endpoint has to be an address without user information, query and fragment.");
        }

        if (useFips)
        {
            problems.Add("UseFipsEndpoint cannot be used together with Endpoint: the endpoint given decides.");
        }

        if (options.UseDualStackEndpoint)
        {
            problems.Add("UseDualStackEndpoint cannot be used together with Endpoint: the endpoint given decides.");
        }
    }

    private static void CheckLimits(CognitoIdentityClientOptions options, List<string> problems)
    {
        if (options.MaxAttempts < 1)
        {
            problems.Add($"MaxAttempts is {options.MaxAttempts}; it has to be 1 or more, where 1 means no retry.");
        }

        if (options.MaxResponseBytes < 1)
        {
            problems.Add($"MaxResponseBytes is {options.MaxResponseBytes}; it has to be 1 or more.");
        }

        CheckTimeout(nameof(options.AttemptTimeout), options.AttemptTimeout, problems);
        CheckTimeout(nameof(options.TotalTimeout), options.TotalTimeout, problems);
        if (options.TimeProvider is null)
        {
            problems.Add("TimeProvider is null; leave it as it is for the system's clock.");
        }
    }

    private static void CheckTimeout(string name, TimeSpan timeout, List<string> problems)
    {
        if (timeout != Timeout.InfiniteTimeSpan && (timeout < ShortestTimeout || timeout > LongestTimeout))
        {
            problems.Add($"{name} is {timeout}; it has to be from 10 milliseconds to one day, or Timeout.InfiniteTimeSpan.");
        }
    }

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

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static OptionsValidationException Invalid(IReadOnlyList<string> problems) =>
        new(Options.DefaultName, typeof(CognitoIdentityClientOptions), problems);
}
