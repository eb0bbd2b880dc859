namespace CognitoIdentity;

/// <summary>One thing that a diagnosis found, with its place, what was expected there, and what to do.</summary>
/// <remarks>The texts hold no token. The value of a claim appears only where it decides.</remarks>
public sealed record DiagnosisFinding
{
    /// <summary>
    /// Gets the name of the cause, such as <c>token-expired</c>. It is stable across versions and is the heading under which the guide
    /// "Why does my sign-in fail?" explains the cause.
    /// </summary>
    public required string Code { get; init; }

    /// <summary>Gets the weight of the finding.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>Gets the reason that the service's error has, or null where no known reason fits.</summary>
    public ErrorReason? Reason { get; init; }

    /// <summary>
    /// Gets the code of the error that the service gives, such as <c>NotAuthorizedException</c>, or null where it gives none.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the place, such as <c>Logins["accounts.google.com"].aud</c> or <c>IdentityPool.AllowClassicFlow</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets one sentence that says what is wrong.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets the value found at <see cref="Path"/>, or null where the summary says it all.</summary>
    public string? Found { get; init; }

    /// <summary>Gets the value expected at <see cref="Path"/>, or null where the summary says it all.</summary>
    public string? Expected { get; init; }

    /// <summary>Gets the advice on what to do, in one or two sentences.</summary>
    public required string Advice { get; init; }

    /// <summary>Returns the severity, the code and the summary.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => $"{Severity}: {Code} at {Path}: {Summary}";
}
