namespace CognitoIdentity;

/// <summary>
/// The explanation of a sign-in: the outcome to expect, how the role is chosen, and what is wrong. Created by
/// <see cref="CognitoIdentityDiagnosis"/>, or by <see cref="Create"/> without any call.
/// </summary>
/// <remarks>
/// Tokens are decoded and never verified: only the service can tell whether a signature is good. No text holds a token. Values of claims
/// appear where they decide: issuer, audience, times, roles, and claims that the rules of a role mapping compare.
/// </remarks>
public sealed record SignInDiagnosis
{
    /// <summary>Gets the id of the identity pool, as it was given.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>Gets whether the user is a guest: there are no logins.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Gets the outcome to expect from the enhanced flow: GetId, then GetCredentialsForIdentity.</summary>
    public required PredictedOutcome EnhancedFlow { get; init; }

    /// <summary>Gets the outcome to expect from the basic (classic) flow: GetId, GetOpenIdToken, then STS.</summary>
    public required PredictedOutcome ClassicFlow { get; init; }

    /// <summary>Gets the choice of the role; null where the pool's roles are unknown or the flow does not choose one.</summary>
    public RoleChoice? RoleChoice { get; init; }

    /// <summary>Gets the principal tags that the session would get; empty where there are none or the maps are unknown.</summary>
    public IReadOnlyList<PredictedPrincipalTag> PrincipalTags { get; init; } = [];

    /// <summary>Gets the findings, the likeliest cause of the failure first.</summary>
    public IReadOnlyList<DiagnosisFinding> Findings { get; init; } = [];

    /// <summary>
    /// Gets the causes that remain, the likeliest first: only IAM or the service knows them, or the configuration, which could not be read,
    /// would show them.
    /// </summary>
    public IReadOnlyList<DiagnosisFinding> PossibleCauses { get; init; } = [];

    /// <summary>
    /// Gets the statement, as JSON, that the trust policy of the user's role must contain for this pool and this kind of user; null where
    /// the pool's id is invalid.
    /// </summary>
    public string? TrustPolicyStatement { get; init; }

    /// <summary>Gets the limits of the diagnosis, such as a configuration that the caller may not read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Explains a sign-in from what the caller has, without any call.</summary>
    /// <param name="identityPoolId">The pool's id, <c>REGION:UUID</c>. An invalid one is a finding and not an exception.</param>
    /// <param name="logins">The logins of the request, by provider name; null or empty for a guest.</param>
    /// <param name="options">
    /// The pool's configuration and roles, the error that happened, and the rest of the request; null for the defaults.
    /// </param>
    /// <returns>The diagnosis.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="identityPoolId"/> is null.</exception>
    public static SignInDiagnosis Create(
        string identityPoolId,
        IReadOnlyDictionary<string, string>? logins = null,
        SignInDiagnosisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(identityPoolId);
        options ??= new();
        List<string> notes = [];
        if (options.IdentityPool is null)
        {
            notes.Add("The pool's configuration is unknown, because it was not given.");
        }

        if (options.Roles is null)
        {
            notes.Add("The pool's roles and role mappings are unknown, because they were not given.");
        }

        return SignInAnalysis.Run(identityPoolId, logins, options, notes);
    }

    /// <summary>Returns the report for a terminal. It holds no token.</summary>
    /// <returns>Lines of text.</returns>
    public override string ToString() => SignInReport.Write(this, ReportFormat.Text);

    /// <summary>Returns the report as Markdown, for a ticket. It holds no token.</summary>
    /// <returns>The Markdown text.</returns>
    public string ToMarkdown() => SignInReport.Write(this, ReportFormat.Markdown);

    /// <summary>Returns the diagnosis as indented JSON, with the names of the properties. It holds no token.</summary>
    /// <returns>The JSON text.</returns>
    public string ToJson() => DiagnosisJson.Write(this);
}
