namespace CognitoIdentity;

/// <summary>The response of your backend for a user that it signed in: that of GetOpenIdTokenForDeveloperIdentity.</summary>
public sealed class DeveloperIdentity
{
    /// <summary>Creates a response.</summary>
    /// <param name="identityId">The identity's id, <c>REGION:GUID</c>.</param>
    /// <param name="token">The OpenID token. Secret.</param>
    /// <exception cref="ArgumentException">One of them is null or empty.</exception>
    public DeveloperIdentity(string identityId, string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(identityId);
        ArgumentException.ThrowIfNullOrEmpty(token);
        IdentityId = identityId;
        Token = token;
    }

    /// <summary>Gets the identity's id, <c>REGION:GUID</c>.</summary>
    public string IdentityId { get; }

    /// <summary>Gets the OpenID token. Secret: never printed.</summary>
    public string Token { get; }

    /// <summary>Returns the identity's id, without the token.</summary>
    public override string ToString() => $"{nameof(DeveloperIdentity)} {{ {nameof(IdentityId)} = {IdentityId}, {nameof(Token)} = *** }}";
}
