namespace CognitoIdentity;

/// <summary>A change of the identity of a <see cref="CognitoIdentityCredentials"/>.</summary>
public sealed class IdentityChange
{
    /// <summary>Creates a description.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The application's key for the user; null if it gave none.</param>
    /// <param name="oldIdentityId">The earlier identity; null if none was known.</param>
    /// <param name="newIdentityId">The new identity; null if it is not known yet, or nobody is signed in.</param>
    /// <param name="reason">Why the identity changed.</param>
    public IdentityChange(
        string identityPoolId,
        string? userKey,
        string? oldIdentityId,
        string? newIdentityId,
        IdentityChangeReason reason)
    {
        IdentityPoolId = identityPoolId;
        UserKey = userKey;
        OldIdentityId = oldIdentityId;
        NewIdentityId = newIdentityId;
        Reason = reason;
    }

    /// <summary>Gets the pool's id.</summary>
    public string IdentityPoolId { get; }

    /// <summary>Gets the application's key for the user, or null if it gave none.</summary>
    public string? UserKey { get; }

    /// <summary>Gets the earlier identity, or null if none was known.</summary>
    public string? OldIdentityId { get; }

    /// <summary>Gets the new identity, or null if it is not known yet, or nobody is signed in.</summary>
    public string? NewIdentityId { get; }

    /// <summary>Gets the reason for the change.</summary>
    public IdentityChangeReason Reason { get; }

    /// <summary>Returns the identities and the reason.</summary>
    public override string ToString() =>
        $"{nameof(IdentityChange)} {{ {nameof(OldIdentityId)} = {OldIdentityId}, {nameof(NewIdentityId)} = {NewIdentityId}, "
        + $"{nameof(Reason)} = {Reason} }}";
}

/// <summary>The reasons for a change of the identity.</summary>
public enum IdentityChangeReason
{
    /// <summary>The identity became known, from the service or a store.</summary>
    Identified,

    /// <summary>A user signed in.</summary>
    SignedIn,

    /// <summary>The user signed out.</summary>
    SignedOut,

    /// <summary>The earlier identity was deleted, disabled or merged away, and the user has another one now.</summary>
    Recovered,

    /// <summary>The service or the backend responded with another identity, as when a guest's login is linked to a known user's.</summary>
    Replaced,
}
