namespace CognitoIdentity;

/// <summary>The result that a <see cref="PredictedOutcome"/> expects.</summary>
public enum PredictedResult
{
    /// <summary>Too little is known, for example because the caller may not read the identity pool.</summary>
    Unknown,

    /// <summary>The user gets AWS credentials, provided that the token's signature is good and IAM lets the pool assume the role.</summary>
    Credentials,

    /// <summary>The service refuses the sign-in.</summary>
    Error,
}

/// <summary>The outcome that a diagnosis expects from one of the two flows.</summary>
public sealed record PredictedOutcome
{
    /// <summary>Gets the expected result.</summary>
    public required PredictedResult Result { get; init; }

    /// <summary>Gets the operation that fails, such as <c>GetId</c>, or null where none does.</summary>
    public string? Operation { get; init; }

    /// <summary>
    /// Gets the code of the error, such as <c>NotAuthorizedException</c>, or null where no error is expected or its code is unknown.
    /// </summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the reason of the error, or null where no error is expected or its reason has no name.</summary>
    public ErrorReason? Reason { get; init; }

    /// <summary>
    /// Gets the ARN of the role that the credentials have. Null on an error, where the roles are unknown, and in the basic (classic) flow,
    /// in which the caller of STS names the role.
    /// </summary>
    public string? RoleArn { get; init; }

    /// <summary>Gets one or two sentences that say why.</summary>
    public required string Explanation { get; init; }

    /// <summary>Returns the outcome in one line.</summary>
    /// <returns>The result, the role or the error, and the explanation.</returns>
    public override string ToString() => Result switch
    {
        PredictedResult.Credentials => $"credentials{(RoleArn is null ? "" : $" with {RoleArn}")}. {Explanation}",
        PredictedResult.Error => $"{ErrorCode ?? "an error"}{(Reason is { } reason ? $" ({reason})" : "")} from {Operation}. {Explanation}",
        _ => $"unknown. {Explanation}",
    };
}
