namespace CognitoIdentity.Testing;

/// <summary>
/// Something that goes wrong. Make one with a static method, narrow it with <c>with</c>, and add it to
/// <see cref="CognitoIdentityEmulator.Faults"/>:
/// <code>emulator.Faults.Add(Fault.Throttling() with { Operation = "GetId", Count = 2 });</code>
/// </summary>
public sealed record Fault
{
    private Fault(FaultKind kind) => Kind = kind;

    /// <summary>The operation that it befalls, such as <c>GetId</c>. Default: null, which is any request.</summary>
    public string? Operation { get; init; }

    /// <summary>How many times it strikes before it is used up, at least 1. Default: null, which is without end.</summary>
    public int? Count { get; init; }

    /// <summary>The chance with which it strikes a request that it fits, from 0 to 1. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    internal FaultKind Kind { get; }

    internal string Code { get; private init; } = "";

    internal string Message { get; private init; } = "";

    internal int StatusCode { get; private init; }

    internal TimeSpan Time { get; private init; }

    /// <summary>The service refuses the request as one too many: TooManyRequestsException, "Rate exceeded". Nothing is done.</summary>
    public static Fault Throttling() => Error("TooManyRequestsException", "Rate exceeded");

    /// <summary>The service answers with an error in its own shape. Nothing is done.</summary>
    /// <param name="code">The error's code, such as <c>InternalErrorException</c>.</param>
    /// <param name="message">The error's message.</param>
    /// <param name="statusCode">The HTTP status, 400 to 599. Default: 400, which the service uses for most errors.</param>
    public static Fault Error(string code, string message, int statusCode = 400) =>
        new(FaultKind.Error) { Code = code, Message = message, StatusCode = statusCode };

    /// <summary>Something in front of the service answers with a bare status and no body. Nothing is done.</summary>
    /// <param name="statusCode">The HTTP status, 300 to 599.</param>
    public static Fault Status(int statusCode) => new(FaultKind.Status) { StatusCode = statusCode };

    /// <summary>The answer comes late. The wait goes by the emulator's clock.</summary>
    /// <param name="time">
    /// How long the request waits before anything is done, up to 49 days; <see cref="Timeout.InfiniteTimeSpan"/> waits until the
    /// sender gives up.
    /// </param>
    public static Fault Delay(TimeSpan time) => new(FaultKind.Delay) { Time = time };

    /// <summary>The connection closes without an answer and nothing was done.</summary>
    public static Fault ConnectionLostBeforeWork() => new(FaultKind.ConnectionLostBeforeWork);

    /// <summary>The connection closes without an answer, but the work was done.</summary>
    public static Fault ConnectionLostAfterWork() => new(FaultKind.ConnectionLostAfterWork);

    /// <summary>The work is done, and the answer has only the first half of its body.</summary>
    public static Fault TruncatedBody() => new(FaultKind.TruncatedBody);

    /// <summary>The work is done, and the answer's body is a page of HTML, as a proxy may put in its place.</summary>
    public static Fault GarbageBody() => new(FaultKind.GarbageBody);

    /// <summary>The answer's Date header is wrong. The work is done, and the emulator's own clock is right.</summary>
    /// <param name="offset">How far the header is off; negative for the past. It ends at the years 1 and 9999.</param>
    public static Fault WrongDate(TimeSpan offset) => new(FaultKind.WrongDate) { Time = offset };
}

internal enum FaultKind
{
    Error,
    Status,
    Delay,
    ConnectionLostBeforeWork,
    ConnectionLostAfterWork,
    TruncatedBody,
    GarbageBody,
    WrongDate,
}
