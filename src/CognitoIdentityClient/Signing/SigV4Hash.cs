using System.Security.Cryptography;

namespace CognitoIdentity;

/// <summary>Hashes in the form of signatures: SHA-256, in lower-case hexadecimal.</summary>
internal static class SigV4Hash
{
    /// <summary>The number of characters of a hash.</summary>
    public const int Length = 2 * SHA256.HashSizeInBytes;

    public static void Sha256(ReadOnlySpan<byte> bytes, Span<char> hex)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        WriteHex(hash, hex);
    }

    public static void WriteHex(ReadOnlySpan<byte> hash, Span<char> hex)
    {
        const string Digits = "0123456789abcdef";
        for (var i = 0; i < hash.Length; i++)
        {
            hex[2 * i] = Digits[hash[i] >> 4];
            hex[(2 * i) + 1] = Digits[hash[i] & 0xF];
        }
    }
}
