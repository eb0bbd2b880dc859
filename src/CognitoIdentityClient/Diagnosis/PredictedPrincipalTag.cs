namespace CognitoIdentity;

/// <summary>A principal tag that the user's session would get from a claim of the login token.</summary>
public sealed record PredictedPrincipalTag
{
    /// <summary>Gets the key of <c>Logins</c> whose token has the claim.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets the tag's name.</summary>
    public required string Tag { get; init; }

    /// <summary>Gets the name of the claim that the value comes from.</summary>
    public required string Claim { get; init; }

    /// <summary>Gets the length of the value in characters, or null where the token lacks the claim, so that the tag is not sent.</summary>
    public int? Length { get; init; }

    /// <summary>Gets the value; null unless <see cref="SignInDiagnosisOptions.ShowClaimValues"/> is set.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the reason why the tag does not fit the limits of STS, or null where it does.</summary>
    public string? Problem { get; init; }
}
