namespace CognitoIdentity.Testing;

/// <summary>A pool with everything that belongs to it. Guarded, like everything in <see cref="EmulatorState"/>, by its one lock.</summary>
internal sealed class PoolState(string id, string region, string accountId, PoolSettings settings)
{
    private readonly Dictionary<Login, Identity> _owners = [];

    // Identities by the thousand log in with few providers: each name is kept once.
    private readonly Dictionary<string, string> _providerNames = new(StringComparer.Ordinal);

    private StateIndex _index = new();

    public string Id { get; } = id;

    public string Region { get; } = region;

    public string AccountId { get; } = accountId;

    public string Arn => $"arn:{Partition.Name(Region)}:{CalledService.Own}:{Region}:{AccountId}:identitypool/{Id}";

    public PoolSettings Settings { get; private set; } = settings;

    public IReadOnlyDictionary<string, string> Tags { get; private set; } = new Dictionary<string, string>();

    /// <summary>The roles by "authenticated" and "unauthenticated"; null until they are set.</summary>
    public IReadOnlyDictionary<string, string>? Roles { get; private set; }

    public IReadOnlyDictionary<string, PoolRoleMapping> RoleMappings { get; private set; } = new Dictionary<string, PoolRoleMapping>();

    /// <summary>The principal tag maps by provider name.</summary>
    public IReadOnlyDictionary<string, PrincipalTagMap> PrincipalTagMaps { get; private set; } = new Dictionary<string, PrincipalTagMap>();

    /// <summary>The ids of all identities, kept in order so that a page of a large pool costs no sorting.</summary>
    public SortedSet<string> IdentityIds { get; } = new(StringComparer.Ordinal);

    public Identity? Find(string identityId) =>
        _index.Identities.TryGetValue(identityId, out var identity) && identity.Pool == this ? identity : null;

    public Identity? GetOwner(Login login) => _owners.GetValueOrDefault(login);

    public bool IsDeveloperProvider(string provider) => provider == Settings.DeveloperProviderName;

    /// <summary>Joins a state. Called only by the state that the pool is added to.</summary>
    public void Join(StateIndex index)
    {
        _index = index;
        _index.Version++;
    }

    public void Configure(PoolSettings settings, IReadOnlyDictionary<string, string> tags)
    {
        Settings = settings;
        Tag(tags);
    }

    public void Tag(IReadOnlyDictionary<string, string> tags)
    {
        Tags = new SortedDictionary<string, string>(tags.ToDictionary(), StringComparer.Ordinal);
        _index.Version++;
    }

    public void SetRoles(IReadOnlyDictionary<string, string>? roles, IReadOnlyDictionary<string, PoolRoleMapping> mappings)
    {
        Roles = roles;
        RoleMappings = mappings;
        _index.Version++;
    }

    public void SetPrincipalTags(string provider, PrincipalTagMap map)
    {
        PrincipalTagMaps =
            new SortedDictionary<string, PrincipalTagMap>(PrincipalTagMaps.ToDictionary(), StringComparer.Ordinal) { [provider] = map };
        _index.Version++;
    }

    public void Add(Identity identity)
    {
        IdentityIds.Add(identity.Id);
        _index.Journal?.Record(identity, JournalEntryKind.Created);
        foreach (var login in identity.Logins)
        {
            _owners.Add(login, identity);
            _index.Journal?.Record(identity, JournalEntryKind.Linked, login);
        }

        _index.Version++;
    }

    public void Remove(Identity identity)
    {
        IdentityIds.Remove(identity.Id);
        _index.Journal?.Record(identity, JournalEntryKind.Deleted);
        foreach (var login in identity.Logins)
        {
            _owners.Remove(login);
        }

        _index.Version++;
    }

    /// <summary>Adds a login that no other identity has.</summary>
    public void Link(Identity identity, Login login, DateTimeOffset now)
    {
        if (identity.Logins.Contains(login))
        {
            return;
        }

        identity.Change([.. identity.Logins, login], identity.IsDisabled, now);
        _owners.Add(Share(login), identity);
        _index.Journal?.Record(identity, JournalEntryKind.Linked, login);
        _index.Version++;
    }

    /// <summary>Takes a login away; with the last one the identity becomes inaccessible.</summary>
    public void Unlink(Identity identity, Login login, DateTimeOffset now)
    {
        Login[] left = [.. identity.Logins.Where(other => other != login)];
        identity.Change(left, isDisabled: left.Length == 0, now);
        _owners.Remove(login);
        _index.Journal?.Record(identity, JournalEntryKind.Unlinked, login);
        if (identity.IsDisabled)
        {
            _index.Journal?.Record(identity, JournalEntryKind.Disabled);
        }

        _index.Version++;
    }

    /// <summary>Makes an identity inaccessible that gave way to another one.</summary>
    public void Disable(Identity identity, DateTimeOffset now)
    {
        identity.Change(identity.Logins, isDisabled: true, now);
        _index.Journal?.Record(identity, JournalEntryKind.Disabled);
        _index.Version++;
    }

    /// <summary>Returns the login with the one copy of its provider's name.</summary>
    public Login Share(Login login)
    {
        if (!_providerNames.TryGetValue(login.Provider, out var name))
        {
            name = login.Provider;
            _providerNames.Add(name, name);
        }

        return login with { Provider = name };
    }
}
