using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>The kinds of failures of an attempt that may pass, each of which a retry can follow.</summary>
internal static class PassingFailures
{
    public static IReadOnlyDictionary<string, Step> ByName { get; } = new Dictionary<string, Step>
    {
        ["throttling"] = CannedResponse.Error("TooManyRequestsException"),
        ["429"] = CannedResponse.Body("", 429),
        ["500"] = CannedResponse.Error("InternalErrorException", 500),
        ["502"] = CannedResponse.Body("<html>", 502),
        ["503"] = CannedResponse.Error("ServiceUnavailable", 503),
        ["504"] = CannedResponse.Body("", 504),
        ["lost"] = CannedResponse.Lost,
        ["not connected"] = CannedResponse.NotConnected,
        ["not resolved"] = NotMade(HttpRequestError.NameResolutionError),
        ["no TLS"] = NotMade(HttpRequestError.SecureConnectionError),
        ["lost in the body"] = CannedResponse.Content(() => new StreamContent(new LostStream())),
    };

    public static TheoryData<string> Names => [.. ByName.Keys];

    private static Step NotMade(HttpRequestError error) => CannedResponse.Failure(new HttpRequestException(error, "No connection"));

    private sealed class LostStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new HttpIOException(HttpRequestError.ResponseEnded));
    }
}
