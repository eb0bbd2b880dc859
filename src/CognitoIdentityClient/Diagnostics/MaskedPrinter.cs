using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>Prints the members of a record that holds secrets, in the form of a record's own <c>ToString()</c>, with the secrets masked.</summary>
internal readonly struct MaskedPrinter(StringBuilder builder)
{
    private const string Mask = "***";
    private const int ShownAccessKeyIdCharacters = 4;

    // A record prints "Name { " first, so the first member is the one after a brace.
    private readonly int _start = builder.Length;

    public MaskedPrinter Member(string name, object? value)
    {
        if (builder.Length > _start)
        {
            builder.Append(", ");
        }

        builder.Append(CultureInfo.InvariantCulture, $"{name} = {value}");
        return this;
    }

    public MaskedPrinter Secret(string name, string? value) => Member(name, value is null ? null : Mask);

    /// <summary>A map with secret values: its keys are printed.</summary>
    public MaskedPrinter SecretValues(string name, IReadOnlyDictionary<string, string>? values) =>
        Member(name, values is null ? null : Masked(values));

    /// <summary>The keys of a map with secret values.</summary>
    public static string Masked(IReadOnlyDictionary<string, string> values) =>
        $"{{ {string.Join(", ", values.Keys.Select(key => $"{key} = {Mask}"))} }}";

    /// <summary>An access key id, of which the first characters tell its kind (ASIA, AKIA) and nothing more.</summary>
    public MaskedPrinter AccessKeyId(string name, string? value) =>
        Member(name, value is null ? null : string.Concat(value.AsSpan(0, Math.Min(ShownAccessKeyIdCharacters, value.Length)), Mask));
}
