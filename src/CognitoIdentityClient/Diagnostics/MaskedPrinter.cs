using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// Prints the members of a record in the form of a record's own <c>ToString()</c>, with secrets masked and with the items of collections,
/// for which a record prints only the name of the type.
/// </summary>
internal readonly struct MaskedPrinter(StringBuilder builder)
{
    private const string Mask = "***";
    private const int ShownAccessKeyIdCharacters = 4;
    private const int ShownItems = 20;

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

    /// <summary>Prints a list with its items, up to 20 of them.</summary>
    public MaskedPrinter Member<T>(string name, IReadOnlyList<T>? values) =>
        Member(name, values is null ? null : (object)$"[{Items(values, values.Count, static item => $"{item}")}]");

    /// <summary>Prints a map with its keys and values, up to 20 of them.</summary>
    public MaskedPrinter Member<TKey, TValue>(string name, IReadOnlyDictionary<TKey, TValue>? values)
        where TKey : notnull =>
        Member(name, values is null ? null : (object)Print(values));

    public MaskedPrinter Secret(string name, string? value) => Member(name, value is null ? null : (object)Mask);

    /// <summary>Prints a map with secret values: only its keys.</summary>
    public MaskedPrinter SecretValues(string name, IReadOnlyDictionary<string, string>? values) =>
        Member(name, values is null ? null : (object)Masked(values));

    /// <summary>Returns the keys and values of a map, up to 20 of them.</summary>
    public static string Print<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> values)
        where TKey : notnull =>
        Braces(Items(values, values.Count, static entry => $"{entry.Key} = {entry.Value}"));

    /// <summary>Returns the keys of a map with secret values.</summary>
    public static string Masked(IReadOnlyDictionary<string, string> values) =>
        Braces(Items(values, values.Count, static entry => $"{entry.Key} = {Mask}"));

    /// <summary>Prints the first characters of an access key id, which tell only its kind (ASIA, AKIA).</summary>
    public MaskedPrinter AccessKeyId(string name, string? value) =>
        Member(
            name, value is null ? null : (object)string.Concat(value.AsSpan(0, Math.Min(ShownAccessKeyIdCharacters, value.Length)), Mask));

    private static string Braces(string items) => items.Length == 0 ? "{ }" : $"{{ {items} }}";

    private static string Items<T>(IEnumerable<T> items, int count, Func<T, string> print)
    {
        var shown = string.Join(", ", items.Take(ShownItems).Select(print));
        return count > ShownItems ? $"{shown}, and {count - ShownItems} more" : shown;
    }
}
