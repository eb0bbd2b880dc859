using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// How the role of a user is chosen. Known values are static members; a value that this version does not know is kept as it came. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RoleMapping.html">API reference</see>.
/// </summary>
[JsonConverter(typeof(ExtensibleEnumConverter<RoleMappingType>))]
public readonly record struct RoleMappingType : IExtensibleEnum<RoleMappingType>
{
    // Null for the empty text, so that it equals default.
    private readonly string? _value;

    /// <summary>A value by its text on the wire, known or not.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public RoleMappingType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary>By the claims <c>cognito:preferred_role</c> and <c>cognito:roles</c> of the login token.</summary>
    public static RoleMappingType Token { get; } = new("Token");

    /// <summary>By the rules of <see cref="RoleMapping.RulesConfiguration"/>.</summary>
    public static RoleMappingType Rules { get; } = new("Rules");

    /// <summary>The text on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static RoleMappingType IExtensibleEnum<RoleMappingType>.FromValue(string value) => new(value);

    /// <summary>A value by its text on the wire, known or not.</summary>
    public static implicit operator RoleMappingType(string value) => new(value);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;
}
