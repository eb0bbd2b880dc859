using System.Buffers;
using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>
/// Writes a snapshot piece by piece. It is for this emulator alone: it has the private key that signs OpenID tokens, so that tokens
/// issued before stay good, and therefore belongs where test data belongs and nowhere else.
/// </summary>
internal static class SnapshotWriter
{
    private const int PieceBytes = 64 * 1024;

    /// <summary>Writes the JSON in pieces. Each is overwritten by the next.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Write(SnapshotContent content)
    {
        var buffer = new ArrayBufferWriter<byte>(2 * PieceBytes);
        using var json = new Utf8JsonWriter(buffer, JsonText.Compact with { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("version", SnapshotReader.CurrentVersion);
        if (content.SigningKey is not null)
        {
            json.WriteString("signingKey", content.SigningKey);
        }

        json.WriteStartArray("pools");
        foreach (var pool in content.Pools)
        {
            json.WriteStartObject();
            WriteSettings(json, pool);
            json.WriteStartArray("identities");
            foreach (var (identity, changes) in pool.Identities)
            {
                WriteIdentity(json, identity, changes);
                if (buffer.WrittenCount + json.BytesPending >= PieceBytes)
                {
                    json.Flush();
                    yield return buffer.WrittenMemory;
                    buffer.ResetWrittenCount();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        yield return buffer.WrittenMemory;
    }

    // The identities come last: a reader then knows the pool that they are of.
    private static void WriteSettings(Utf8JsonWriter json, SnapshotPool pool)
    {
        json.WriteString("id", pool.Pool.Id);
        json.WriteString("region", pool.Pool.Region);
        json.WriteString("accountId", pool.Pool.AccountId);
        json.WritePropertyName("settings");
        SnapshotFormat.Write(json, pool.Settings);
        SnapshotFormat.Write(json, "tags", pool.Tags);
        if (pool.Roles is not null)
        {
            SnapshotFormat.Write(json, "roles", pool.Roles);
        }

        json.WriteStartObject("roleMappings");
        foreach (var (key, mapping) in pool.RoleMappings)
        {
            json.WritePropertyName(key);
            SnapshotFormat.Write(json, mapping);
        }

        json.WriteEndObject();
        json.WriteStartObject("principalTagMaps");
        foreach (var (provider, map) in pool.PrincipalTagMaps)
        {
            json.WriteStartObject(provider);
            json.WriteBoolean("useDefaults", map.UseDefaults);
            SnapshotFormat.Write(json, "tags", map.Tags);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, Identity identity, IdentityChanges? changes)
    {
        json.WriteStartObject();
        json.WriteString("id", identity.Id);
        json.WriteString("creationDate", identity.CreationDate);
        json.WriteString(
            "lastModifiedDate", changes is null ? identity.CreationDate : new DateTimeOffset(changes.LastModified, TimeSpan.Zero));
        json.WriteBoolean("isDisabled", changes is { IsDisabled: true });
        json.WriteStartArray("logins");
        foreach (var login in changes?.Logins ?? [])
        {
            json.WriteStartObject();
            json.WriteString("provider", login.Provider);
            json.WriteString("user", login.User);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
