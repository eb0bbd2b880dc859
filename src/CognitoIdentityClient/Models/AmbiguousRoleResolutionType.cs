using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// What happens when no rule matches, or when the token's claims do not decide between roles. Known values are static members; a value
/// that this version does not know is kept as it came. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RoleMapping.html">API reference</see>.
/// </summary>
[JsonConverter(typeof(ExtensibleEnumConverter<AmbiguousRoleResolutionType>))]
public readonly record struct AmbiguousRoleResolutionType : IExtensibleEnum<AmbiguousRoleResolutionType>
{
    // Null for the empty text, so that it equals default.
    private readonly string? _value;

    /// <summary>A value by its text on the wire, known or not.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public AmbiguousRoleResolutionType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary>The pool's default authenticated role is used.</summary>
    public static AmbiguousRoleResolutionType AuthenticatedRole { get; } = new("AuthenticatedRole");

    /// <summary>The request is denied.</summary>
    public static AmbiguousRoleResolutionType Deny { get; } = new("Deny");

    /// <summary>The text on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static AmbiguousRoleResolutionType IExtensibleEnum<AmbiguousRoleResolutionType>.FromValue(string value) => new(value);

    /// <summary>A value by its text on the wire, known or not.</summary>
    public static implicit operator AmbiguousRoleResolutionType(string value) => new(value);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;
}
