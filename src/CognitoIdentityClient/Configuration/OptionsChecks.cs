namespace CognitoIdentity;

/// <summary>The checks of the client's options.</summary>
internal static class OptionsChecks
{
    private const int LargestResponse = 1024 * 1024 * 1024;

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    public static void CheckAddress(Uri? endpoint, string? region, bool useFips, bool useDualStack, List<string> problems)
    {
        if (region is not null && !ServiceEndpoint.IsHostLabel(region))
        {
            problems.Add($"Region '{region}' is not a region: it can have letters, digits and inner hyphens, and at most 63 characters.");
        }

        if (endpoint is null)
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
            problems.Add(
                "FIPS (UseFipsEndpoint, AWS_USE_FIPS_ENDPOINT, use_fips_endpoint) cannot be used together with an endpoint of your own.");
        }

        if (useDualStack)
        {
            problems.Add(
                "Dual-stack (UseDualStackEndpoint, AWS_USE_DUALSTACK_ENDPOINT, use_dualstack_endpoint) cannot be used together with an "
                + "endpoint of your own.");
        }
    }

    public static void CheckLimits(CognitoIdentityClientOptions options, List<string> problems)
    {
        if (options.RetryMode is { } mode and not (RetryMode.Standard or RetryMode.Adaptive))
        {
            problems.Add($"RetryMode is {mode}; it has to be Standard or Adaptive.");
        }

        if (options.RequestValidation is not (RequestValidation.Full or RequestValidation.RequiredOnly or RequestValidation.None))
        {
            problems.Add($"RequestValidation is {options.RequestValidation}; it has to be Full, RequiredOnly or None.");
        }

        if (options.SignatureLocation is not (SignatureLocation.AuthorizationHeader or SignatureLocation.QueryString))
        {
            problems.Add($"SignatureLocation is {options.SignatureLocation}; it has to be AuthorizationHeader or QueryString.");
        }

        if (options.MaxAttempts < 1)
        {
            problems.Add($"MaxAttempts is {options.MaxAttempts}; it has to be 1 or more, where 1 means no retry.");
        }

        if (options.MaxResponseBytes is < 1 or > LargestResponse)
        {
            problems.Add($"MaxResponseBytes is {options.MaxResponseBytes}; it has to be from 1 to {LargestResponse}.");
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
}
