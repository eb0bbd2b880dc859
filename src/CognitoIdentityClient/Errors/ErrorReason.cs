namespace CognitoIdentity;

/// <summary>
/// Why the service refused something, as far as its message tells. Known values are static members; later versions may know more. What
/// each means and what to check: "Reasons and hints" in <c>docs/guides/error-reasons.md</c>.
/// </summary>
public readonly record struct ErrorReason
{
    private const string UnknownValue = nameof(Unknown);

    // Null for Unknown, so that it equals default.
    private readonly string? _value;

    /// <summary>A reason by its name, known or not.</summary>
    /// <param name="value">The name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ErrorReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value is "" or UnknownValue ? null : value;
    }

    /// <summary>The message is none that this version recognizes. The same as <c>default</c>.</summary>
    public static ErrorReason Unknown => default;

    /// <summary>The login token has expired.</summary>
    public static ErrorReason TokenExpired { get; } = new("TokenExpired");

    /// <summary>The login token is not what its place asks for, or cannot be read.</summary>
    public static ErrorReason MalformedToken { get; } = new("MalformedToken");

    /// <summary>The login token's signature could not be verified.</summary>
    public static ErrorReason SignatureNotVerified { get; } = new("SignatureNotVerified");

    /// <summary>The login token's issuer is not the provider under whose name it was passed.</summary>
    public static ErrorReason IssuerMismatch { get; } = new("IssuerMismatch");

    /// <summary>The identity pool does not accept the provider, or not this application of it.</summary>
    public static ErrorReason UnsupportedProvider { get; } = new("UnsupportedProvider");

    /// <summary>The login token has no audience, as access tokens have none.</summary>
    public static ErrorReason MissingAudience { get; } = new("MissingAudience");

    /// <summary>The token is of another kind than its place asks for: an access token, or a token of an identity pool.</summary>
    public static ErrorReason WrongTokenUse { get; } = new("WrongTokenUse");

    /// <summary>The identity pool lets no guests in, and there was no login.</summary>
    public static ErrorReason UnauthenticatedDisabled { get; } = new("UnauthenticatedDisabled");

    /// <summary>None of the logins belongs to the identity, or the identity pool does not know their provider.</summary>
    public static ErrorReason LoginsMismatch { get; } = new("LoginsMismatch");

    /// <summary>The identity may not be used like this: it has logins and none was given, or it was merged away.</summary>
    public static ErrorReason IdentityForbidden { get; } = new("IdentityForbidden");

    /// <summary>The identity pool has no identity providers.</summary>
    public static ErrorReason NoProvidersConfigured { get; } = new("NoProvidersConfigured");

    /// <summary>The identity pool has no role for the user, or the role does not trust the pool.</summary>
    public static ErrorReason RolesNotAssigned { get; } = new("RolesNotAssigned");

    /// <summary>The pool's role mapping decides on no role, and denies where it does not.</summary>
    public static ErrorReason RoleMappingDenied { get; } = new("RoleMappingDenied");

    /// <summary>The identity pool does not allow the basic (classic) flow.</summary>
    public static ErrorReason ClassicFlowDisabled { get; } = new("ClassicFlowDisabled");

    /// <summary>The identity pool has role mappings, with which the basic (classic) flow does not work.</summary>
    public static ErrorReason ClassicFlowWithRoleMappings { get; } = new("ClassicFlowWithRoleMappings");

    /// <summary>The reason's name; <c>Unknown</c> for <c>default</c>.</summary>
    public string Value => _value ?? UnknownValue;

    // What to check: public on the exceptions, which a caller has in hand.
    internal string? Hint => ErrorReasonTable.HintOf(this);

    /// <summary>A reason by its name, known or not.</summary>
    public static implicit operator ErrorReason(string value) => new(value);

    /// <summary>The reason's name.</summary>
    public override string ToString() => Value;
}
