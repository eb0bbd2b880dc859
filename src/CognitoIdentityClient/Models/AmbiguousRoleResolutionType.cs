using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// The action taken when no rule matches, or when the claims of the token do not decide between roles. Known values are static members; a
/// value that this version does not know is kept as it is. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RoleMapping.html">API reference</see>.
/// </summary>
[JsonConverter(typeof(ExtensibleEnumConverter<AmbiguousRoleResolutionType>))]
public readonly record struct AmbiguousRoleResolutionType : IParsable<AmbiguousRoleResolutionType>
{
    // Null for the empty text, so that it equals default.
    private readonly string? _value;

    /// <summary>Creates a value from its text, which may be one that this version does not know.</summary>
    /// <param name="value">The text, in the spelling of the service.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public AmbiguousRoleResolutionType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary>Gets the value for using the default role of the identity pool for signed-in users.</summary>
    public static AmbiguousRoleResolutionType AuthenticatedRole { get; } = new("AuthenticatedRole");

    /// <summary>Gets the value for denying the request.</summary>
    public static AmbiguousRoleResolutionType Deny { get; } = new("Deny");

    /// <summary>Gets the text that the service uses for the value; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a text to a value.</summary>
    /// <param name="value">The text, in the spelling of the service.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static implicit operator AmbiguousRoleResolutionType(string value) => new(value);

    /// <summary>Converts a text to a value; null stays null.</summary>
    /// <param name="value">The text, in the spelling of the service; or null.</param>
    public static implicit operator AmbiguousRoleResolutionType?(string? value) =>
        value is null ? default(AmbiguousRoleResolutionType?) : new(value);

    /// <summary>Creates a value from its text, which may be one that this version does not know.</summary>
    /// <param name="s">The text, in the spelling of the service.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    public static AmbiguousRoleResolutionType Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new(s);
    }

    /// <summary>Creates a value from its text, unless the text is null.</summary>
    /// <param name="s">The text, in the spelling of the service; or null.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The value; <c>default</c> if <paramref name="s"/> is null.</param>
    /// <returns>Whether <paramref name="s"/> is not null.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AmbiguousRoleResolutionType result)
    {
        result = s is null ? default : new(s);
        return s is not null;
    }

    /// <summary>Returns the text that the service uses for the value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value;
}
