namespace CognitoIdentity.Testing;

/// <summary>A pool with all that belongs to it. Guarded, like everything in <see cref="EmulatorState"/>, by its one lock.</summary>
internal sealed class PoolState(string id, string region, string accountId, PoolSettings settings)
{
    private readonly Dictionary<Login, Identity> _owners = [];
    private readonly Dictionary<string, Identity> _identities = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    public string Region { get; } = region;

    public string AccountId { get; } = accountId;

    public PoolSettings Settings { get; set; } = settings;

    public SortedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The roles by "authenticated" and "unauthenticated"; null until they are set.</summary>
    public IReadOnlyDictionary<string, string>? Roles { get; set; }

    public IReadOnlyDictionary<string, RoleMapping> RoleMappings { get; set; } = new Dictionary<string, RoleMapping>();

    /// <summary>The principal tag maps by provider name.</summary>
    public SortedDictionary<string, PrincipalTagMap> PrincipalTagMaps { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of all identities, kept in order so that a page of a large pool costs no sorting.</summary>
    public SortedSet<string> IdentityIds { get; } = new(StringComparer.Ordinal);

    public Identity? Find(string identityId) => _identities.GetValueOrDefault(identityId);

    public Identity? OwnerOf(Login login) => _owners.GetValueOrDefault(login);

    public bool IsDeveloperProvider(string provider) => provider == Settings.DeveloperProviderName;

    public void Add(Identity identity)
    {
        _identities.Add(identity.Id, identity);
        IdentityIds.Add(identity.Id);
        foreach (var login in identity.Logins)
        {
            _owners.Add(login, identity);
        }
    }

    public void Remove(Identity identity)
    {
        _identities.Remove(identity.Id);
        IdentityIds.Remove(identity.Id);
        foreach (var login in identity.Logins)
        {
            _owners.Remove(login);
        }
    }

    /// <summary>Adds a login that nobody owns, or that the identity has already.</summary>
    public void Link(Identity identity, Login login, DateTimeOffset now)
    {
        if (!identity.Logins.Add(login))
        {
            return;
        }

        _owners.Add(login, identity);
        identity.LastModifiedDate = now;
    }

    /// <summary>Takes a login away; with the last one the identity becomes inaccessible.</summary>
    public void Unlink(Identity identity, Login login, DateTimeOffset now)
    {
        identity.Logins.Remove(login);
        _owners.Remove(login);
        identity.LastModifiedDate = now;
        identity.IsDisabled = identity.IsGuest;
    }
}
