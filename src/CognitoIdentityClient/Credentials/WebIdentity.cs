namespace CognitoIdentity;

/// <summary>The input for AssumeRoleWithWebIdentity in the basic (classic) flow.</summary>
public sealed class WebIdentity
{
    /// <summary>Creates an input, as a test of a callback does.</summary>
    /// <param name="identityId">The identity's id, <c>REGION:GUID</c>.</param>
    /// <param name="token">The OpenID token. Secret.</param>
    /// <param name="isGuest">Whether the identity is a guest's. Default: false.</param>
    /// <param name="customRoleArn">The role that the user asks for. Default: null, for none.</param>
    /// <exception cref="ArgumentException">The id or the token is null or empty.</exception>
    public WebIdentity(string identityId, string token, bool isGuest = false, string? customRoleArn = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(identityId);
        ArgumentException.ThrowIfNullOrEmpty(token);
        IdentityId = identityId;
        Token = token;
        IsGuest = isGuest;
        CustomRoleArn = customRoleArn;
    }

    /// <summary>Gets the identity's id, <c>REGION:GUID</c>.</summary>
    public string IdentityId { get; }

    /// <summary>Gets the OpenID token, which is the <c>WebIdentityToken</c> of AssumeRoleWithWebIdentity. Secret: never printed.</summary>
    public string Token { get; }

    /// <summary>Gets whether the identity is a guest's. In this flow the application chooses the role.</summary>
    public bool IsGuest { get; }

    /// <summary>Gets the role of <see cref="CognitoIdentityUser.WithCustomRole(string)"/>, or null.</summary>
    public string? CustomRoleArn { get; }

    /// <summary>Returns the members without the token.</summary>
    public override string ToString() =>
        $"{nameof(WebIdentity)} {{ {nameof(IdentityId)} = {IdentityId}, {nameof(Token)} = ***, {nameof(IsGuest)} = {IsGuest}, "
        + $"{nameof(CustomRoleArn)} = {CustomRoleArn} }}";
}
