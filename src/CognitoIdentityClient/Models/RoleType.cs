using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// Which users of an identity pool a role is for: the keys of <see cref="SetIdentityPoolRolesRequest.Roles"/>. Known values are static
/// members; a value that this version does not know is kept as it came. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">API reference</see>.
/// </summary>
[JsonConverter(typeof(ExtensibleEnumConverter<RoleType>))]
public readonly record struct RoleType : IExtensibleEnum<RoleType>
{
    // Null for the empty text, so that it equals default.
    private readonly string? _value;

    /// <summary>A value by its text on the wire, known or not.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public RoleType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary>Users with a verified login.</summary>
    public static RoleType Authenticated { get; } = new("authenticated");

    /// <summary>Guests.</summary>
    public static RoleType Unauthenticated { get; } = new("unauthenticated");

    /// <summary>The text on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static RoleType IExtensibleEnum<RoleType>.FromValue(string value) => new(value);

    /// <summary>A value by its text on the wire, known or not.</summary>
    public static implicit operator RoleType(string value) => new(value);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;
}
