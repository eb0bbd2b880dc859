using System.Security.Cryptography;

namespace CognitoIdentity;

/// <summary>Hashes as signatures have them: SHA-256, in lower-case hexadecimal.</summary>
internal static class SigV4Hash
{
    public static string Sha256Hex(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Hex(hash);
    }

    public static string Sha256Hex(HttpContent content)
    {
        // A byte array's content gives its stream at once, over the array itself.
        using var body = content.ReadAsStream();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return Hex(hash);
    }

    public static string Hex(ReadOnlySpan<byte> bytes) =>
#if NET9_0_OR_GREATER
        Convert.ToHexStringLower(bytes);
#else
        Convert.ToHexString(bytes).ToLowerInvariant();
#endif
}
