using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// The kind of user that a role is for: a key of <see cref="SetIdentityPoolRolesRequest.Roles"/>. Known values are static members; a value
/// that this version does not know is kept as it is. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">API reference</see>.
/// </summary>
[JsonConverter(typeof(ExtensibleEnumConverter<RoleType>))]
public readonly record struct RoleType : IParsable<RoleType>
{
    // Null for the empty text, so that it equals default.
    private readonly string? _value;

    /// <summary>Creates a value from its text, which may be one that this version does not know.</summary>
    /// <param name="value">The text, in the spelling of the service.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public RoleType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary>Gets the value for signed-in users.</summary>
    public static RoleType Authenticated { get; } = new("authenticated");

    /// <summary>Gets the value for guests.</summary>
    public static RoleType Unauthenticated { get; } = new("unauthenticated");

    /// <summary>Gets the text that the service uses for the value; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a text to a value.</summary>
    /// <param name="value">The text, in the spelling of the service.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static implicit operator RoleType(string value) => new(value);

    /// <summary>Converts a text to a value; null stays null.</summary>
    /// <param name="value">The text, in the spelling of the service; or null.</param>
    public static implicit operator RoleType?(string? value) =>
        value is null ? default(RoleType?) : new(value);

    /// <summary>Creates a value from its text, which may be one that this version does not know.</summary>
    /// <param name="s">The text, in the spelling of the service.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    public static RoleType Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new(s);
    }

    /// <summary>Creates a value from its text, unless the text is null.</summary>
    /// <param name="s">The text, in the spelling of the service; or null.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The value; <c>default</c> if <paramref name="s"/> is null.</param>
    /// <returns>Whether <paramref name="s"/> is not null.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RoleType result)
    {
        result = s is null ? default : new(s);
        return s is not null;
    }

    /// <summary>Returns the text that the service uses for the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value;
}
