using System.Globalization;
using System.Net.Http.Headers;

namespace CognitoIdentity;

/// <summary>The wait before a retry.</summary>
internal static class RetryDelay
{
    private const string ServiceHeader = "x-amz-retry-after";
    private const string StandardHeader = "Retry-After";

    private static readonly TimeSpan TransientBase = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ThrottlingBase = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // The most that the service can add to the client's own back-off.
    private static readonly TimeSpan LongestExtra = TimeSpan.FromSeconds(5);

    /// <summary>Computes the wait: exponential back-off with full jitter, and longer, within bounds, if the service asked for it.</summary>
    /// <param name="retry">The number of the retry; the first is 0.</param>
    /// <param name="isThrottling">Whether the latest failure was throttling.</param>
    /// <param name="jitter">A random number from 0 up to 1.</param>
    /// <param name="asked">The wait that the service asked for; null if it asked for none.</param>
    public static TimeSpan Compute(int retry, bool isThrottling, double jitter, TimeSpan? asked)
    {
        var start = isThrottling ? ThrottlingBase : TransientBase;
        var backOff = TimeSpan.FromSeconds(jitter * Math.Min(start.TotalSeconds * Math.Pow(2, retry), Longest.TotalSeconds));
        return asked is { } delay ? Max(backOff, Min(delay, backOff + LongestExtra)) : backOff;
    }

    /// <summary>
    /// Returns the wait that a response asks for: <c>x-amz-retry-after</c> in milliseconds, otherwise <c>Retry-After</c>.
    /// </summary>
    /// <param name="headers">The headers of the response. Unreadable ones are treated as missing.</param>
    /// <param name="now">The service's time.</param>
    public static TimeSpan? FromHeaders(HttpResponseHeaders headers, DateTimeOffset now) =>
        WholeNumber(headers, ServiceHeader) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds)
        : WholeNumber(headers, StandardHeader) is { } seconds ? TimeSpan.FromSeconds(seconds)
        : headers.RetryAfter?.Date is { } date ? date - now
        : null;

    // A number that no integer type can hold asks for a long wait like any other, and the bounds shorten it.
    private static int? WholeNumber(HttpResponseHeaders headers, string name) =>
        ResponseMetadata.HeaderValue(headers, name) is not { Length: > 0 } text || text.AsSpan().ContainsAnyExceptInRange('0', '9') ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : int.MaxValue;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
