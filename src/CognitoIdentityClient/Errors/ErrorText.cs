using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>The text of an exception, with a last line of properties: those without a value are left out.</summary>
internal readonly struct ErrorText(string text)
{
    private readonly StringBuilder _text = new StringBuilder(text).AppendLine();

    /// <summary>Returns a message with the hint on what to check behind it.</summary>
    public static string WithHint(string message, string hint) =>
        $"{(message is "" or [.., '.' or '!' or '?'] ? message : message + ".")} Hint: {hint}";

    public ErrorText Append(string name, object? value)
    {
        if (value is not null and not "")
        {
            _text.Append(CultureInfo.InvariantCulture, $"{(_text[^1] == '\n' ? "" : ", ")}{name}: {value}");
        }

        return this;
    }

    public override string ToString() => _text[^1] == '\n' ? _text.ToString().TrimEnd() : _text.Append('.').ToString();
}
