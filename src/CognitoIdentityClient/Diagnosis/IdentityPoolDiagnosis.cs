namespace CognitoIdentity;

/// <summary>
/// The explanation of an identity pool's configuration without a user: what cannot work, and what opens more than was probably meant.
/// Created by <see cref="CognitoIdentityDiagnosis.DiagnoseIdentityPoolAsync"/>, or by <see cref="Create"/> without any call.
/// </summary>
public sealed record IdentityPoolDiagnosis
{
    /// <summary>Gets the id of the identity pool, as it was given.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>Gets the findings, the most severe first.</summary>
    public IReadOnlyList<DiagnosisFinding> Findings { get; init; } = [];

    /// <summary>
    /// Gets the statement, as JSON, that the trust policy of the guests' role must contain; null where the pool lets no guests in, is
    /// unknown, or its id is invalid.
    /// </summary>
    public string? GuestTrustPolicyStatement { get; init; }

    /// <summary>
    /// Gets the statement, as JSON, that the trust policy of each role of signed-in users must contain; null where the pool's id is
    /// invalid.
    /// </summary>
    public string? UserTrustPolicyStatement { get; init; }

    /// <summary>Gets the limits of the diagnosis, such as roles that the caller may not read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Explains a configuration that the caller has, without any call.</summary>
    /// <param name="identityPool">The configuration.</param>
    /// <param name="roles">The roles and role mappings; null where they are unknown.</param>
    /// <param name="options">
    /// Of these, <see cref="SignInDiagnosisOptions.AccountId"/>, <see cref="SignInDiagnosisOptions.ServiceName"/>,
    /// <see cref="SignInDiagnosisOptions.PrincipalTagAttributeMaps"/> and <see cref="SignInDiagnosisOptions.TrustPolicies"/> matter; null
    /// for the defaults.
    /// </param>
    /// <returns>The diagnosis.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="identityPool"/> is null.</exception>
    public static IdentityPoolDiagnosis Create(
        IdentityPool identityPool,
        GetIdentityPoolRolesResponse? roles = null,
        SignInDiagnosisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(identityPool);
        return PoolAnalysis.Run(
            identityPool.IdentityPoolId,
            (options ?? new()) with { IdentityPool = identityPool, Roles = roles },
            roles is null ? ["The pool's roles and role mappings are unknown, because they were not given."] : []);
    }

    /// <summary>Returns the report for a terminal.</summary>
    /// <returns>Lines of text.</returns>
    public override string ToString() => PoolReport.Write(this, ReportFormat.Text);

    /// <summary>Returns the report as Markdown, for a ticket.</summary>
    /// <returns>The Markdown text.</returns>
    public string ToMarkdown() => PoolReport.Write(this, ReportFormat.Markdown);

    /// <summary>Returns the diagnosis as indented JSON, with the names of the properties.</summary>
    /// <returns>The JSON text.</returns>
    public string ToJson() => DiagnosisJson.Write(this);
}
