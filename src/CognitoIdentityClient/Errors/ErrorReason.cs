using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The cause of an error, as recognized from the service's message. Known values are static members, each with an explanation; a later
/// version may know more, and any text is a valid value.
/// </summary>
public readonly partial record struct ErrorReason : IParsable<ErrorReason>
{
    private const string UnknownValue = nameof(Unknown);

    // Null for Unknown, so that it equals default.
    private readonly string? _value;

    /// <summary>Creates a reason from its name, which may be one that this version does not know.</summary>
    /// <param name="value">The name; empty or <c>Unknown</c> for <see cref="Unknown"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public ErrorReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value is "" or UnknownValue ? null : value;
    }

    /// <summary>Gets the name of the reason; <c>Unknown</c> for <c>default</c>.</summary>
    public string Value => _value ?? UnknownValue;

    // Public on the exceptions.
    internal string? Hint => ErrorReasonTable.GetHint(this);

    internal string? HelpLink => ErrorReasonTable.GetHelpLink(this);

    /// <summary>Whether the service refused a login token, so that a new token may be accepted.</summary>
    internal bool IsAboutLoginToken => ErrorReasonTable.IsAboutLoginToken(this);

    /// <summary>Converts a name to a reason.</summary>
    /// <param name="value">The name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static implicit operator ErrorReason(string value) => new(value);

    /// <summary>Converts a name to a reason; null stays null.</summary>
    /// <param name="value">The name, or null.</param>
    public static implicit operator ErrorReason?(string? value) => value is null ? default(ErrorReason?) : new(value);

    /// <summary>Creates a reason from its name, which may be one that this version does not know.</summary>
    /// <param name="s">The name.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    public static ErrorReason Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new(s);
    }

    /// <summary>Creates a reason from its name, unless the name is null.</summary>
    /// <param name="s">The name.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The reason; <see cref="Unknown"/> if <paramref name="s"/> is null.</param>
    /// <returns>Whether <paramref name="s"/> is not null.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ErrorReason result)
    {
        result = s is null ? default : new(s);
        return s is not null;
    }

    /// <summary>Returns the name of the reason.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value;
}
