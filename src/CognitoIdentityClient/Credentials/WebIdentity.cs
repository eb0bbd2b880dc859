namespace CognitoIdentity;

/// <summary>What the classic flow has for STS: an identity's OpenID token, to be exchanged in AssumeRoleWithWebIdentity.</summary>
public sealed class WebIdentity
{
    internal WebIdentity(string identityId, string token, bool isGuest, string? customRoleArn)
    {
        IdentityId = identityId;
        Token = token;
        IsGuest = isGuest;
        CustomRoleArn = customRoleArn;
    }

    /// <summary>The identity's id, <c>REGION:GUID</c>.</summary>
    public string IdentityId { get; }

    /// <summary>The OpenID token, which is the <c>WebIdentityToken</c> of AssumeRoleWithWebIdentity. Secret: never printed.</summary>
    public string Token { get; }

    /// <summary>Whether the identity is a guest's: which role to take is up to the application in this flow.</summary>
    public bool IsGuest { get; }

    /// <summary>The role of <see cref="CognitoIdentityUser.WithCustomRole(string)"/>, or null.</summary>
    public string? CustomRoleArn { get; }

    /// <summary>The members without the token.</summary>
    public override string ToString() =>
        $"{nameof(WebIdentity)} {{ {nameof(IdentityId)} = {IdentityId}, {nameof(Token)} = ***, {nameof(IsGuest)} = {IsGuest}, "
        + $"{nameof(CustomRoleArn)} = {CustomRoleArn} }}";
}
