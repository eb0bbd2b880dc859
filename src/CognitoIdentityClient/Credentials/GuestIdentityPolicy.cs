namespace CognitoIdentity;

/// <summary>The choices for a guest's identity when the guest signs in.</summary>
public enum GuestIdentityPolicy
{
    /// <summary>
    /// The login is linked to the guest's identity, so that the data stored under its id stays the user's. If the user already has an
    /// identity, from another device perhaps, that one is used and the guest's is given up.
    /// </summary>
    Keep,

    /// <summary>
    /// The user gets a separate identity, and the guest's stays a guest's: on a shared device it is there again after signing out.
    /// </summary>
    Separate,
}
