namespace CognitoIdentity;

/// <summary>What becomes of a guest's identity when the guest signs in.</summary>
public enum GuestIdentityPolicy
{
    /// <summary>
    /// The login is linked to the guest's identity, so that what is stored under its id stays the user's. If the user has an identity
    /// already, from another device perhaps, that one is taken and the guest's is given up.
    /// </summary>
    Keep,

    /// <summary>
    /// The user gets an identity of their own, and the guest's stays a guest's: on a shared device it is there again after signing out.
    /// </summary>
    Separate,
}
