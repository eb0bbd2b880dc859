namespace CognitoIdentity.Testing;

/// <summary>
/// A fault to inject. Create one with a static method, narrow it with <c>with</c>, and add it to
/// <see cref="CognitoIdentityEmulator.Faults"/>:
/// <code>emulator.Faults.Add(Fault.Throttling() with { Operation = "GetId", Count = 2 });</code>
/// </summary>
public sealed record Fault
{
    private Fault(FaultKind kind) => Kind = kind;

    /// <summary>
    /// Gets the operation that it affects, such as <c>GetId</c> or <c>AssumeRoleWithWebIdentity</c>. Default: null (any operation).
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>Gets the number of requests it affects, at least 1. Default: null (unlimited).</summary>
    public int? Count { get; init; }

    /// <summary>Gets the probability with which it affects a matching request, from 0 to 1. Default: 1.</summary>
    public double Probability { get; init; } = 1;

    internal FaultKind Kind { get; }

    internal string Code { get; private init; } = "";

    internal string Message { get; private init; } = "";

    internal int StatusCode { get; private init; }

    internal TimeSpan Time { get; private init; }

    /// <summary>
    /// Creates a fault in which the service throttles: TooManyRequestsException, "Rate exceeded". The operation is not carried out.
    /// </summary>
    /// <returns>A fault that affects every request; <c>with { … }</c> narrows it.</returns>
    public static Fault Throttling() => Error("TooManyRequestsException", "Rate exceeded");

    /// <summary>Creates a fault in which the service responds with an error in its own shape. The operation is not carried out.</summary>
    /// <param name="code">The error's code, such as <c>InternalErrorException</c>.</param>
    /// <param name="message">The error's message.</param>
    /// <param name="statusCode">The HTTP status, 400 to 599. Default: 400, which the service uses for most errors.</param>
    /// <returns>A fault that affects every request; <c>with { … }</c> narrows it.</returns>
    public static Fault Error(string code, string message, int statusCode = 400) =>
        new(FaultKind.Error) { Code = code, Message = message, StatusCode = statusCode };

    /// <summary>Creates a fault in which a proxy responds with a status and no body. The operation is not carried out.</summary>
    /// <param name="statusCode">The HTTP status, 300 to 599.</param>
    /// <returns>A fault that affects every request; <c>with { … }</c> narrows it.</returns>
    public static Fault Status(int statusCode) => new(FaultKind.Status) { StatusCode = statusCode };

    /// <summary>Creates a fault that delays the operation and its response. The delay is measured by the emulator's clock.</summary>
    /// <param name="time">
    /// How long the request waits before the operation is carried out, up to 49 days; <see cref="Timeout.InfiniteTimeSpan"/> waits until
    /// the client gives up.
    /// </param>
    /// <returns>A fault that affects every request; <c>with { … }</c> narrows it.</returns>
    public static Fault Delay(TimeSpan time) => new(FaultKind.Delay) { Time = time };

    /// <summary>Creates a fault that closes the connection before the operation is carried out.</summary>
    /// <returns>A fault that affects every request; <c>with { … }</c> narrows it.</returns>
    public static Fault ConnectionLostBeforeWork() => new(FaultKind.ConnectionLostBeforeWork);

    /// <summary>Creates a fault that closes the connection after the operation was carried out.</summary>
    /// <returns>A fault that affects every request; <c>with { … }</c> narrows it.</returns>
    public static Fault ConnectionLostAfterWork() => new(FaultKind.ConnectionLostAfterWork);

    /// <summary>Creates a fault that cuts the response's body in half after the operation was carried out.</summary>
    /// <returns>A fault that affects every request; <c>with { … }</c> narrows it.</returns>
    public static Fault TruncatedBody() => new(FaultKind.TruncatedBody);

    /// <summary>
    /// Creates a fault that replaces the response's body with an HTML page, as a proxy may, after the operation was carried out.
    /// </summary>
    /// <returns>A fault that affects every request; <c>with { … }</c> narrows it.</returns>
    public static Fault GarbageBody() => new(FaultKind.GarbageBody);

    /// <summary>Creates a fault that shifts the response's Date header. The operation is carried out by the emulator's own clock.</summary>
    /// <param name="offset">How far the header is shifted; negative for the past. The result stays within the years 1 to 9999.</param>
    /// <returns>A fault that affects every request; <c>with { … }</c> narrows it.</returns>
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
