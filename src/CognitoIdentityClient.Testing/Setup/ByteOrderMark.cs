namespace CognitoIdentity.Testing;

/// <summary>The byte order mark of UTF-8, which editors on Windows write before the text and no JSON parser takes.</summary>
internal static class ByteOrderMark
{
    private static ReadOnlySpan<byte> Bytes => [0xEF, 0xBB, 0xBF];

    /// <summary>Returns the length of the byte order mark at the start of a text, or 0 if it has no mark.</summary>
    public static int LengthIn(ReadOnlySpan<byte> text) => text.StartsWith(Bytes) ? Bytes.Length : 0;
}
