namespace CognitoIdentity;

/// <summary>The point at which a finding makes a sign-in fail.</summary>
internal enum SignInStage
{
    None,

    /// <summary>The logins, or their absence: both flows fail.</summary>
    Logins,

    /// <summary>The role: the enhanced flow fails.</summary>
    Role,

    /// <summary>The basic (classic) flow fails in GetOpenIdToken.</summary>
    Classic,

    /// <summary>The basic (classic) flow fails in AssumeRoleWithWebIdentity of STS.</summary>
    SecurityTokenService,
}

/// <summary>The findings of a diagnosis, in the order in which the service would come upon them.</summary>
internal sealed class FindingList
{
    private readonly List<(DiagnosisFinding Finding, Cause Cause, SignInStage Stage)> _entries = [];

    public void Add(SignInStage stage, Cause cause, DiagnosisFinding finding) => _entries.Add((finding, cause, stage));

    public void Add(SignInStage stage, Cause cause, string path, string? found = null, string? expected = null) =>
        Add(stage, cause, cause.At(path, found, expected));

    /// <summary>Adds those findings of another list that fit a condition.</summary>
    public void AddFrom(FindingList other, Func<Cause, bool> condition) =>
        _entries.AddRange(other._entries.Where(entry => condition(entry.Cause)));

    public bool Has(Cause cause) => _entries.Exists(entry => entry.Cause == cause);

    /// <summary>Returns whether a finding explains the reason of an error.</summary>
    public bool Explains(ErrorReason reason) => _entries.Exists(entry => IsExplanation(entry.Finding, entry.Cause, reason));

    /// <summary>Returns the finding that the service's error at a stage comes from; null where the stage passes.</summary>
    public DiagnosisFinding? FirstAt(SignInStage stage) => _entries
        .Where(entry => entry.Stage == stage && entry.Finding.Severity == FindingSeverity.Error)
        .Select(entry => entry.Finding)
        .FirstOrDefault();

    /// <summary>Returns the findings, those first that explain the error that happened, then by severity.</summary>
    /// <param name="reason">The reason of the error; Unknown where none is known.</param>
    /// <param name="hidden">The stage that the user's flow does not come to.</param>
    /// <param name="errorCode">The code of the error; null where none is known.</param>
    public IReadOnlyList<DiagnosisFinding> Ranked(ErrorReason reason, SignInStage hidden, string? errorCode = null) =>
    [
        .. _entries
            .Where(entry => entry.Stage != hidden || IsExplanation(entry.Finding, entry.Cause, reason))
            .OrderByDescending(entry => IsExplanation(entry.Finding, entry.Cause, reason))
            .ThenByDescending(entry => entry.Finding.Severity)
            .ThenByDescending(entry => errorCode is not null && entry.Finding.ErrorCode == errorCode)

            // Providers put these claims into every token. Whoever asks for a diagnosis may have left them out.
            .ThenBy(entry => entry.Cause == TokenCauses.ClaimsMissing)
            .Select(entry => entry.Finding)
            .Distinct(),
    ];

    private static bool IsExplanation(DiagnosisFinding finding, Cause cause, ErrorReason reason) =>
        reason != default && (finding.Reason == reason || cause.Explains(reason));
}
