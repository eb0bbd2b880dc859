namespace CognitoIdentity;

/// <summary>The state with which a user session begins.</summary>
/// <param name="IdentityId">The identity's id, or null to look in the store.</param>
internal readonly record struct SessionStart(string? IdentityId)
{
    public SessionStart()
        : this(null)
    {
    }

    /// <summary>Whether the stored identity may be used. Not by the next guest, who must not become the one who signed out.</summary>
    public bool MayUseStore { get; init; } = true;

    /// <summary>Whether a stored session may be used. Not by a sign-in, whose logins have to be checked and linked.</summary>
    public bool MayRestore { get; init; } = true;
}
