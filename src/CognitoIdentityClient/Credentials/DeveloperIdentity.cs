namespace CognitoIdentity;

/// <summary>What your backend answers for a user whom it signed in: the response of GetOpenIdTokenForDeveloperIdentity.</summary>
public sealed class DeveloperIdentity
{
    /// <summary>An identity with a token.</summary>
    /// <param name="identityId">The identity's id, <c>REGION:GUID</c>.</param>
    /// <param name="token">The OpenID token. Secret.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    public DeveloperIdentity(string identityId, string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(identityId);
        ArgumentException.ThrowIfNullOrEmpty(token);
        IdentityId = identityId;
        Token = token;
    }

    /// <summary>The identity's id, <c>REGION:GUID</c>.</summary>
    public string IdentityId { get; }

    /// <summary>The OpenID token. Secret: never printed.</summary>
    public string Token { get; }

    /// <summary>The identity's id alone.</summary>
    public override string ToString() => $"{nameof(DeveloperIdentity)} {{ {nameof(IdentityId)} = {IdentityId}, {nameof(Token)} = *** }}";
}
