using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// Why an identity was not deleted by DeleteIdentities. Known values are static members; a value that this version does not know is kept
/// as it came. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnprocessedIdentityId.html">API reference</see>.
/// </summary>
[JsonConverter(typeof(ExtensibleEnumConverter<UnprocessedIdentityErrorCode>))]
public readonly record struct UnprocessedIdentityErrorCode : IExtensibleEnum<UnprocessedIdentityErrorCode>
{
    // Null for the empty text, so that it equals default.
    private readonly string? _value;

    /// <summary>A value by its text on the wire, known or not.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public UnprocessedIdentityErrorCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary>The caller may not delete the identity.</summary>
    public static UnprocessedIdentityErrorCode AccessDenied { get; } = new("AccessDenied");

    /// <summary>The service failed; the deletion can be tried again.</summary>
    public static UnprocessedIdentityErrorCode InternalServerError { get; } = new("InternalServerError");

    /// <summary>The text on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static UnprocessedIdentityErrorCode IExtensibleEnum<UnprocessedIdentityErrorCode>.FromValue(string value) => new(value);

    /// <summary>A value by its text on the wire, known or not.</summary>
    public static implicit operator UnprocessedIdentityErrorCode(string value) => new(value);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;
}
