using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// How a claim of a login token is compared with the value of a <see cref="MappingRule"/>. Known values are static members; a value that
/// this version does not know is kept as it came. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MappingRule.html">API reference</see>.
/// </summary>
[JsonConverter(typeof(ExtensibleEnumConverter<MappingRuleMatchType>))]
public readonly record struct MappingRuleMatchType : IExtensibleEnum<MappingRuleMatchType>
{
    // Null for the empty text, so that it equals default.
    private readonly string? _value;

    /// <summary>A value by its text on the wire, known or not.</summary>
    /// <param name="value">The text, in the service's spelling.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public MappingRuleMatchType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value.Length == 0 ? null : value;
    }

    /// <summary>The claim is the value. (Named <c>Equals</c> on the wire, which C# does not allow as a static member here.)</summary>
    public static MappingRuleMatchType Equal { get; } = new("Equals");

    /// <summary>The claim contains the value.</summary>
    public static MappingRuleMatchType Contains { get; } = new("Contains");

    /// <summary>The claim starts with the value.</summary>
    public static MappingRuleMatchType StartsWith { get; } = new("StartsWith");

    /// <summary>The claim is not the value.</summary>
    public static MappingRuleMatchType NotEqual { get; } = new("NotEqual");

    /// <summary>The text on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static MappingRuleMatchType IExtensibleEnum<MappingRuleMatchType>.FromValue(string value) => new(value);

    /// <summary>A value by its text on the wire, known or not.</summary>
    public static implicit operator MappingRuleMatchType(string value) => new(value);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;
}
