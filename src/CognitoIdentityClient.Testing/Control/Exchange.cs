namespace CognitoIdentity.Testing;

/// <summary>A request with its response and everything that it caused.</summary>
internal sealed class Exchange(long number, RecordedRequest request, string? accessKeyId)
{
    // One reference, so that a reader without a lock never sees half of a result.
    private volatile Result? _result;

    /// <summary>The request's position among all requests since the start, from 1.</summary>
    public long Number { get; } = number;

    public RecordedRequest Request { get; } = request;

    /// <summary>The access key that the request says it was signed with; null when it is not signed.</summary>
    public string? AccessKeyId { get; } = accessKeyId;

    /// <summary>The log's revision when this exchange last changed.</summary>
    public long Revision { get; set; }

    /// <summary>Whether the emulator is done with the request.</summary>
    public bool IsComplete => _result is not null;

    /// <summary>The response; null until the exchange is complete, or when the connection closed without one.</summary>
    public ServiceResponse? Response => _result?.Response;

    /// <summary>The time between request and response, in real time.</summary>
    public TimeSpan Elapsed => _result?.Elapsed ?? TimeSpan.Zero;

    /// <summary>The injected faults that affected the request.</summary>
    public IReadOnlyList<Fault> Faults { get; set; } = [];

    /// <summary>The changes to identities that the request made.</summary>
    public IReadOnlyList<JournalEntry> Changes { get; set; } = [];

    /// <summary>The approximate size in memory, in bytes.</summary>
    public int Size => (2 * Request.Body.Length) + (Response?.Body.Length ?? 0) + 2_048;

    public void Complete(ServiceResponse? response, TimeSpan elapsed) => _result = new(response, elapsed);

    private sealed record Result(ServiceResponse? Response, TimeSpan Elapsed);
}
