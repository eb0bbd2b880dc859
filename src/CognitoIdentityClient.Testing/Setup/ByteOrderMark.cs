namespace CognitoIdentity.Testing;

/// <summary>The byte order mark of UTF-8, which editors on Windows write before the text and no JSON parser takes.</summary>
internal static class ByteOrderMark
{
    private static ReadOnlySpan<byte> Bytes => [0xEF, 0xBB, 0xBF];

    /// <summary>Returns the length of the mark with which a text begins; 0 when there is none.</summary>
    public static int LengthIn(ReadOnlySpan<byte> text) => text.StartsWith(Bytes) ? Bytes.Length : 0;
}
