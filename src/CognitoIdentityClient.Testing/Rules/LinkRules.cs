namespace CognitoIdentity.Testing;

/// <summary>
/// The rules by which logins and identities are linked. Every method checks all its rules before it changes anything.
/// </summary>
internal static class LinkRules
{
    private const int MaxLinkedLogins = 20;

    /// <summary>
    /// Returns the identity that has one of the logins, linked with the others too, or a new one: for GetId, and for
    /// GetOpenIdTokenForDeveloperIdentity without an id.
    /// </summary>
    public static Identity FindOrCreate(OperationCall call, PoolState pool, IReadOnlyCollection<Login> logins)
    {
        if (SingleOwner(pool, logins) is { } owner)
        {
            LinkAll(owner, logins, call.Now);
            return owner;
        }

        RequireRoom(pool, [], logins);
        var identity = new Identity(pool, call.Identifiers.NewId(pool.Region), call.Now, logins);
        call.State.Add(identity);
        return identity;
    }

    /// <summary>
    /// Returns the identity that these logins may use: for GetCredentialsForIdentity and GetOpenIdToken. It need not be the one
    /// named: a guest that logs in as a user with an identity gives way to that identity. Changes nothing.
    /// </summary>
    /// <exception cref="ServiceError">NotAuthorizedException, ResourceConflictException or InvalidParameterException.</exception>
    public static Identity CheckUse(Identity identity, IReadOnlyCollection<Login> logins)
    {
        RequireUsable(identity);
        if (logins.Count == 0)
        {
            if (!identity.IsGuest)
            {
                throw ServiceError.Forbidden(identity.Id);
            }

            return identity.Pool.Settings.AllowUnauthenticatedIdentities ? identity : throw ServiceError.GuestsNotAllowed();
        }

        if (!identity.IsGuest)
        {
            RequireOneOf(identity, logins);
        }

        var used = identity.IsGuest ? SingleOwner(identity.Pool, logins) ?? identity : identity;
        RequireLinkable(used, logins);
        return used;
    }

    /// <summary>Checks as <see cref="CheckUse"/> does, and links the logins; a guest that gave way is disabled.</summary>
    public static Identity Use(Identity identity, IReadOnlyCollection<Login> logins, DateTimeOffset now)
    {
        var used = CheckUse(identity, logins);
        foreach (var login in logins)
        {
            used.Pool.Link(used, login, now);
        }

        if (used != identity)
        {
            identity.Pool.Disable(identity, now);
        }

        return used;
    }

    /// <exception cref="ServiceError">ResourceConflictException, or InvalidParameterException beyond 20 logins.</exception>
    public static void LinkAll(Identity identity, IReadOnlyCollection<Login> logins, DateTimeOffset now)
    {
        RequireLinkable(identity, logins);
        foreach (var login in logins)
        {
            identity.Pool.Link(identity, login, now);
        }
    }

    /// <summary>Moves the loser's logins to the winner, and disables the loser: for MergeDeveloperIdentities.</summary>
    public static void Merge(Identity loser, Identity winner, DateTimeOffset now)
    {
        var logins = loser.Logins.ToList();
        RequireRoom(winner.Pool, winner.Logins, logins);
        foreach (var login in logins)
        {
            loser.Pool.Unlink(loser, login, now);
            winner.Pool.Link(winner, login, now);
        }
    }

    /// <exception cref="ServiceError">NotAuthorizedException: the identity was disabled.</exception>
    public static void RequireUsable(Identity identity)
    {
        if (identity.IsDisabled)
        {
            throw ServiceError.Forbidden(identity.Id);
        }
    }

    /// <exception cref="ServiceError">NotAuthorizedException: none of the logins belongs to the identity.</exception>
    public static void RequireOneOf(Identity identity, IReadOnlyCollection<Login> logins)
    {
        if (!logins.Any(identity.Logins.Contains))
        {
            throw ServiceError.LoginsDoNotMatch();
        }
    }

    private static void RequireLinkable(Identity identity, IReadOnlyCollection<Login> logins)
    {
        if (logins.Any(login => identity.Pool.GetOwner(login) is { } owner && owner != identity))
        {
            throw AlreadyLinked();
        }

        RequireRoom(identity.Pool, identity.Logins, logins);
    }

    private static Identity? SingleOwner(PoolState pool, IReadOnlyCollection<Login> logins)
    {
        var owners = logins.Select(pool.GetOwner).OfType<Identity>().Distinct().ToList();
        return owners.Count > 1 ? throw AlreadyLinked() : owners.FirstOrDefault();
    }

    /// <summary>Requires at most 20 logins, and of a public provider at most one user: "an exception will be thrown" otherwise.</summary>
    private static void RequireRoom(PoolState pool, IReadOnlyCollection<Login> present, IReadOnlyCollection<Login> added)
    {
        var together = present.Union(added).ToList();
        if (together.Count > MaxLinkedLogins)
        {
            throw ServiceError.InvalidParameter($"The number of linked logins is limited to {MaxLinkedLogins}.");
        }

        var publicProviders = together.Select(login => login.Provider).Where(provider => !pool.IsDeveloperProvider(provider)).ToList();
        if (publicProviders.Distinct().Count() != publicProviders.Count)
        {
            throw ServiceError.ResourceConflict("The identity is linked to another user of the same public provider.");
        }
    }

    private static ServiceError AlreadyLinked() => ServiceError.ResourceConflict("A login is already linked to another identity.");
}
