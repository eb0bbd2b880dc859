using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace CognitoIdentity.Testing;

/// <summary>
/// Escapes only what JSON requires: quotation marks, backslashes and control characters
/// (https://www.rfc-editor.org/rfc/rfc8259#section-7). The framework's own encoders also escape emoji and other rare characters,
/// which the service writes as they are.
/// </summary>
internal sealed class MinimalJsonEncoder : JavaScriptEncoder
{
    // An unpaired surrogate has to be found too: the caller replaces it.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(letter => IsEscaped(letter) || char.IsSurrogate(letter))]);

    public static MinimalJsonEncoder Instance { get; } = new();

    /// <summary>The length of an escaped character such as <c>\u001f</c>.</summary>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => IsEscaped(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var index = span.IndexOfAny(Suspects);
        while (index >= 0 && Rune.DecodeFromUtf16(span[index..], out var rune, out var length) == OperationStatus.Done
            && !IsEscaped(rune.Value))
        {
            var next = span[(index + length)..].IndexOfAny(Suspects);
            index = next < 0 ? -1 : index + length + next;
        }

        return index;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        if (unicodeScalar is '"' or '\\')
        {
            numberOfCharactersWritten = 2;
            return target.TryWrite($"\\{(char)unicodeScalar}", out _);
        }

        numberOfCharactersWritten = 6;
        return target.TryWrite(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:x4}", out _);
    }

    private static bool IsEscaped(int code) => code is < ' ' or '"' or '\\';
}
