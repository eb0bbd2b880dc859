using System.Collections.ObjectModel;
using System.Net;
using System.Net.Http.Headers;

namespace CognitoIdentity;

/// <summary>The details of a response that AWS Support asks for: request id, status, headers and retries.</summary>
public sealed class ResponseMetadata
{
    private const string RequestIdHeader = "x-amzn-requestid";

    private readonly HttpResponseHeaders? _headers;
    private readonly HttpContentHeaders? _contentHeaders;
    private IReadOnlyDictionary<string, string>? _httpHeaders;
    private readonly string? _requestId;

    /// <summary>Creates metadata for a response that a test creates.</summary>
    public ResponseMetadata()
    {
    }

    // Keeps the headers alone: the whole message would keep the request, and with it the body's tokens, alive.
    internal ResponseMetadata(HttpResponseMessage response, int retryAttempts)
    {
        _headers = response.Headers;
        _contentHeaders = response.Content.Headers;
        HttpStatusCode = response.StatusCode;
        RetryAttempts = retryAttempts;
    }

    internal static ResponseMetadata Empty { get; } = new();

    /// <summary>Gets the service's id of the request (<c>x-amzn-requestid</c>); null if the response has none.</summary>
    public string? RequestId
    {
        get => _requestId ?? (_headers is null ? null : ReadRequestId(_headers));
        init => _requestId = value;
    }

    /// <summary>
    /// Gets null: the service does not send a host id with this protocol. The property exists because the metadata of boto3 has it.
    /// </summary>
    public string? HostId { get; init; }

    /// <summary>Gets the HTTP status of the response: 200, or <c>default</c> on a response that a test creates.</summary>
    public HttpStatusCode HttpStatusCode { get; init; }

    /// <summary>
    /// Gets the headers of the response by name, in any case; several values of one name are joined by ", ". Created when first read.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyDictionary<string, string> HttpHeaders
    {
        get => _httpHeaders ??= ReadHeaders();
        init => _httpHeaders = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Gets the number of retries before this response arrived: 0 if the first attempt succeeded.</summary>
    public int RetryAttempts { get; init; }

    /// <summary>Returns the status, the request id and the number of retries.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{nameof(ResponseMetadata)} {{ HttpStatusCode = {(int)HttpStatusCode}, RequestId = {RequestId}, "
        + $"RetryAttempts = {RetryAttempts} }}";

    /// <summary>Returns the service's id of the request; null if the headers of the response have none.</summary>
    internal static string? ReadRequestId(HttpResponseHeaders headers) =>
        HeaderValue(headers, RequestIdHeader) is { Length: > 0 } requestId ? requestId : null;

    internal static string? HeaderValue(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private ReadOnlyDictionary<string, string> ReadHeaders()
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in new HttpHeaders?[] { _headers, _contentHeaders })
        {
            if (source is not null)
            {
                foreach (var (name, values) in source.NonValidated)
                {
                    all[name] = values.ToString();
                }
            }
        }

        return all.AsReadOnly();
    }
}
