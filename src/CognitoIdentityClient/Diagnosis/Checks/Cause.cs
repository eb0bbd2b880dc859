namespace CognitoIdentity;

/// <summary>A known cause of failing sign-ins: what it is called, the error with which the service responds, and what to do.</summary>
/// <param name="Code">The stable name, which is also a heading of the guide.</param>
/// <param name="Severity">The weight of a finding with this cause.</param>
/// <param name="ErrorCode">The code of the service's error; null where it depends, or where there is none.</param>
/// <param name="Reason">The reason of the service's error; null where it depends, or where there is none.</param>
/// <param name="Summary">One sentence that says what is wrong.</param>
/// <param name="Advice">What to do.</param>
internal sealed record Cause(string Code, FindingSeverity Severity, string? ErrorCode, ErrorReason? Reason, string Summary, string Advice)
{
    /// <summary>Other reasons that the same cause was seen to have in public reports.</summary>
    public IReadOnlyList<ErrorReason> OtherReasons { get; init; } = [];

    public bool Explains(ErrorReason reason) => Reason == reason || OtherReasons.Contains(reason);

    public DiagnosisFinding At(string path, string? found = null, string? expected = null) => new()
    {
        Code = Code,
        Severity = Severity,
        ErrorCode = ErrorCode,
        Reason = Reason,
        Path = path,
        Summary = Summary,
        Found = found,
        Expected = expected,
        Advice = Advice,
    };
}
