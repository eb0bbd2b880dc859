using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CognitoIdentity.Testing;

/// <summary>
/// The whole state as JSON and back. Written for this emulator alone: it has the private key that signs OpenID tokens, so that
/// tokens issued before stay good, and therefore belongs where test data belongs and nowhere else.
/// </summary>
internal sealed record Snapshot(int Version, IReadOnlyList<Snapshot.PoolEntry> Pools, string? SigningKey = null)
{
    private const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // A member that is not known is a damaged name: what it holds would be lost when the state is saved again.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The state of an emulator. The caller holds the lock.</summary>
    public static string Write(EmulatorState state, OpenIdTokenIssuer tokens) => JsonSerializer.Serialize(
        new Snapshot(CurrentVersion, [.. state.Pools.Select(PoolEntry.From)], tokens.ExportKey()), Json);

    /// <summary>Reads a snapshot completely before anything is replaced.</summary>
    /// <exception cref="InvalidSnapshotException">The text is none.</exception>
    public static (EmulatorState State, string? SigningKey) Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            RequireNoNull(document.RootElement);
            var snapshot = document.Deserialize<Snapshot>(Json)!;
            if (snapshot.Version != CurrentVersion)
            {
                throw new InvalidSnapshotException($"The snapshot is of version {snapshot.Version}; this emulator reads version {CurrentVersion}.");
            }

            if (snapshot.SigningKey is not null)
            {
                OpenIdTokenIssuer.ReadKey(snapshot.SigningKey).Rsa.Dispose();
            }

            var state = new EmulatorState();
            foreach (var pool in snapshot.Pools)
            {
                pool.AddTo(state);
            }

            return (state, snapshot.SigningKey);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or CryptographicException)
        {
            // ArgumentException: an id that is malformed, or an id or a login that is there twice.
            throw new InvalidSnapshotException($"The text is not a snapshot of an emulator, or was damaged: {e.Message}", e);
        }
    }

    /// <summary>A snapshot never has a null, and the serializer checks for it in members but not inside lists and maps.</summary>
    private static void RequireNoNull(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                throw new InvalidSnapshotException("The text is not a snapshot of an emulator, or was damaged: it has a null.");
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    RequireNoNull(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    RequireNoNull(member.Value);
                }

                break;
        }
    }

    private static void Require(bool met, string message)
    {
        if (!met)
        {
            throw new FormatException(message);
        }
    }

    internal sealed record PoolEntry(
        string Id,
        string Region,
        string AccountId,
        PoolSettings Settings,
        SortedDictionary<string, string> Tags,
        Dictionary<string, RoleMapping> RoleMappings,
        Dictionary<string, PrincipalTagMap> PrincipalTagMaps,
        IReadOnlyList<IdentityEntry> Identities,
        Dictionary<string, string>? Roles = null)
    {
        public static PoolEntry From(PoolState pool) => new(
            pool.Id,
            pool.Region,
            pool.AccountId,
            pool.Settings,
            pool.Tags,
            pool.RoleMappings.ToDictionary(),
            pool.PrincipalTagMaps.ToDictionary(),
            [.. pool.IdentityIds.Select(id => IdentityEntry.From(pool.Find(id)!))],
            pool.Roles?.ToDictionary());

        public void AddTo(EmulatorState state)
        {
            RequireSense();
            var pool = new PoolState(Id, Region, AccountId, Settings) { Tags = new(Tags, StringComparer.Ordinal), Roles = Roles, RoleMappings = RoleMappings };
            foreach (var (provider, map) in PrincipalTagMaps)
            {
                pool.PrincipalTagMaps.Add(provider, map);
            }

            state.Add(pool);
            foreach (var identity in Identities)
            {
                state.Add(identity.In(pool));
            }
        }

        private void RequireSense()
        {
            Require(Seeding.RegionOf(Id) == Region, $"the pool '{Id}' is not in its region '{Region}'.");
            Require(EmulatorOptions.IsAccountId(AccountId), $"the account of the pool '{Id}' does not have twelve digits.");
            foreach (var (provider, mapping) in RoleMappings)
            {
                Require(
                    mapping is { Type: "Token" } or { Type: "Rules", Rules.Count: > 0 },
                    $"the role mapping of '{provider}' in the pool '{Id}' is of no type, or lacks its rules.");
            }
        }
    }

    internal sealed record IdentityEntry(
        string Id, DateTimeOffset CreationDate, DateTimeOffset LastModifiedDate, bool IsDisabled, IReadOnlyList<Login> Logins)
    {
        public static IdentityEntry From(Identity identity) =>
            new(identity.Id, identity.CreationDate, identity.LastModifiedDate, identity.IsDisabled, [.. identity.Logins]);

        public Identity In(PoolState pool)
        {
            Require(Seeding.RegionOf(Id) == pool.Region, $"the identity '{Id}' is not in the region of its pool '{pool.Id}'.");
            // The serializer fills in a structure's missing members itself, whatever the structure says.
            Require(
                Logins.All(login => login is { Provider: not null, User: not null }),
                $"a login of the identity '{Id}' lacks its provider or its user.");
            var identity = new Identity(pool, Id, CreationDate) { LastModifiedDate = LastModifiedDate, IsDisabled = IsDisabled };
            identity.Logins.UnionWith(Logins);
            return identity;
        }
    }
}
