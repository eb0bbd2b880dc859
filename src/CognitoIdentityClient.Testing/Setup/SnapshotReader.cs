using System.Security.Cryptography;
using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>
/// Reads a snapshot piece by piece into a state of its own, so that nothing is replaced before everything was read. Only one identity
/// at a time is in memory beside the state.
/// </summary>
internal sealed class SnapshotReader
{
    public const int CurrentVersion = 1;

    // A value is read as a whole. The largest one, an identity with twenty logins of 50,000 characters each, is far smaller.
    private const int MaxValueBytes = 16 * 1024 * 1024;

    private readonly EmulatorState _state = new();
    private JsonReaderState _position;
    private byte[] _left = [];
    private Place _place;
    private string _member = "";
    private int? _version;
    private SigningKey? _signingKey;
    private bool _hasPools;
    private SnapshotPoolReader? _pool;

    private enum Place
    {
        Start,
        Root,
        Pools,
        Pool,
        Identities,
        End,
    }

    /// <summary>Reads a whole snapshot.</summary>
    /// <exception cref="InvalidSnapshotException">The text is not a snapshot, or was damaged.</exception>
    public static (EmulatorState State, SigningKey? SigningKey) Read(ReadOnlySpan<byte> snapshot)
    {
        var reader = new SnapshotReader();
        reader.Feed(snapshot, isLast: true);
        return reader.Finish();
    }

    /// <summary>Reads a snapshot from a stream.</summary>
    /// <exception cref="InvalidSnapshotException">The text is not a snapshot, or was damaged.</exception>
    public static async Task<(EmulatorState State, SigningKey? SigningKey)> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var reader = new SnapshotReader();
        var buffer = new byte[64 * 1024];
        int count;
        do
        {
            // As much again as a value that is not complete yet has: it is then looked at a few times, and not with each small piece.
            if (buffer.Length < reader._left.Length)
            {
                buffer = new byte[reader._left.Length];
            }

            count = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            reader.Feed(buffer.AsSpan(0, count), isLast: count == 0);
        }
        while (count > 0);
        return reader.Finish();
    }

    private void Feed(ReadOnlySpan<byte> piece, bool isLast)
    {
        var isFirst = _place == Place.Start && _left.Length == 0;
        byte[] data = [.. _left, .. isFirst ? piece[ByteOrderMark.LengthIn(piece)..] : piece];
        try
        {
            var json = new Utf8JsonReader(data, isLast, _position);
            while (ReadNext(ref json))
            {
            }

            _position = json.CurrentState;
            _left = data[(int)json.BytesConsumed..];
            if (_left.Length > MaxValueBytes)
            {
                throw new FormatException($"a value is longer than {MaxValueBytes} bytes.");
            }
        }
        catch (Exception e)
            when (e is JsonException or ArgumentException or FormatException or CryptographicException or InvalidOperationException)
        {
            // ArgumentException: an id that is malformed, or an id or a login that appears twice. InvalidOperationException: an unpaired
            // surrogate in a text.
            throw new InvalidSnapshotException($"The text is not a snapshot of an emulator, or was damaged: {e.Message}", e);
        }
    }

    private (EmulatorState State, SigningKey? SigningKey) Finish() => _place == Place.End && _version is not null && _hasPools
        ? (_state, _signingKey)
        : throw new InvalidSnapshotException("The text is not a snapshot of an emulator, or was damaged: it is not complete.");

    /// <summary>Reads one token, or one whole value where a whole value is needed.</summary>
    /// <returns>False if more of the text is needed for that.</returns>
    private bool ReadNext(ref Utf8JsonReader json) => _place switch
    {
        Place.Start => json.Read() && Enter(json, JsonTokenType.StartObject, Place.Root),
        Place.Root => _member is "pools"
            ? json.Read() && Enter(json, JsonTokenType.StartArray, Place.Pools)
            : ReadMember(ref json, Place.End),
        Place.Pools => json.Read() && EnterPoolOrLeave(json),
        Place.Pool => _member is "identities"
            ? json.Read() && Enter(json, JsonTokenType.StartArray, Place.Identities)
            : ReadMember(ref json, Place.Pools),
        Place.Identities => ReadIdentity(ref json),
        _ => json.Read(),
    };

    private bool Enter(in Utf8JsonReader json, JsonTokenType token, Place place)
    {
        if (json.TokenType != token)
        {
            throw new FormatException(
                $"there is no {(token == JsonTokenType.StartArray ? "list" : "object")} at position {json.TokenStartIndex}.");
        }

        _hasPools |= place == Place.Pools;
        _member = "";
        _place = place;
        return true;
    }

    private bool EnterPoolOrLeave(in Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.EndArray)
        {
            _place = Place.Root;
            return true;
        }

        _pool = new SnapshotPoolReader(_state);
        return Enter(json, JsonTokenType.StartObject, Place.Pool);
    }

    /// <summary>Reads a name, the value that belongs to it, or the end of the object, after which the place is the outer one.</summary>
    private bool ReadMember(ref Utf8JsonReader json, Place outer)
    {
        if (_member.Length > 0)
        {
            if (!TryReadValue(ref json, out var value))
            {
                return false;
            }

            Take(_member, value);
            _member = "";
            return true;
        }

        if (!json.Read())
        {
            return false;
        }

        if (json.TokenType == JsonTokenType.EndObject)
        {
            _pool?.Finish();
            _pool = null;
            _place = outer;
        }
        else
        {
            _member = json.GetString() is { Length: > 0 } name ? name : throw new FormatException("a member has no name.");
        }

        return true;
    }

    private void Take(string member, JsonElement value)
    {
        if (_pool is not null)
        {
            _pool.Take(member, value);
            return;
        }

        switch (member)
        {
            case "version":
                _version = value.TryGetInt32(out var version) ? version : throw new FormatException("version must be a whole number.");
                if (_version != CurrentVersion)
                {
                    throw new InvalidSnapshotException(
                        $"The snapshot is of version {_version}; this emulator reads version {CurrentVersion}.");
                }

                break;
            case "signingKey":
                _signingKey = SigningKey.Import(value.GetString() ?? throw new FormatException("signingKey must be a text."));
                break;
            default:
                throw new FormatException($"{member} is not known.");
        }
    }

    private bool ReadIdentity(ref Utf8JsonReader json)
    {
        var ahead = json;
        if (ahead.Read() && ahead.TokenType == JsonTokenType.EndArray)
        {
            json = ahead;
            _place = Place.Pool;
            return true;
        }

        if (!TryReadValue(ref json, out var value))
        {
            return false;
        }

        _pool!.AddIdentity(value);
        return true;
    }

    /// <summary>Reads a whole value, or nothing of it if it is not complete yet.</summary>
    private static bool TryReadValue(ref Utf8JsonReader json, out JsonElement value)
    {
        value = default;
        var ahead = json;
        if (!ahead.Read() || !ahead.TrySkip())
        {
            return false;
        }

        return json.Read() && (value = JsonElement.ParseValue(ref json)).ValueKind != JsonValueKind.Undefined;
    }
}
