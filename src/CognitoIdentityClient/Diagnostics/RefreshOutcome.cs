namespace CognitoIdentity;

/// <summary>The outcomes of refreshes, as metrics and spans name them.</summary>
internal static class RefreshOutcome
{
    public const string Success = "success";

    /// <summary>The credentials are of an identity that replaced one that could not be used any more.</summary>
    public const string Recovery = "recovery";

    /// <summary>The session came from the store, and nothing was fetched.</summary>
    public const string Restored = "restored";

    /// <summary>The user was changed or removed meanwhile, so the refresh was given up.</summary>
    public const string Ended = "ended";

    public const string Failure = "failure";

    /// <summary>Returns the outcome of a refresh that fetched credentials.</summary>
    public static string For(CognitoIdentitySessionSource source) =>
        source == CognitoIdentitySessionSource.Recovery ? Recovery : Success;
}
