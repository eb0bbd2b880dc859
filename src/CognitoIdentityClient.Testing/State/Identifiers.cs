using System.Security.Cryptography;

namespace CognitoIdentity.Testing;

/// <summary>Creates ids and secrets: random ones, or with a seed the same ones in every run. Used under the state's lock.</summary>
internal sealed class Identifiers(int? seed)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly Random? _seeded = seed is { } value ? new Random(value) : null;

    /// <summary>Creates an id of a pool or an identity: the region and a UUID in lower case.</summary>
    public string NewId(string region)
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        // Version 4 and the variant of RFC 9562, so that a seeded id is a valid UUID as well.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"{region}:{new Guid(bytes, bigEndian: true)}";
    }

    /// <summary>Creates the id of temporary credentials: ASIA and sixteen letters or digits.</summary>
    public string NewAccessKeyId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        Span<char> text = stackalloc char[16];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = Letters[bytes[i] % Letters.Length];
        }

        return $"ASIA{text}";
    }

    /// <summary>Creates a key that the secrets of issued credentials are derived from.</summary>
    public byte[] NewKey()
    {
        var bytes = new byte[32];
        Fill(bytes);
        return bytes;
    }

    private void Fill(Span<byte> bytes)
    {
        if (_seeded is null)
        {
            RandomNumberGenerator.Fill(bytes);
        }
        else
        {
            _seeded.NextBytes(bytes);
        }
    }
}
