namespace CognitoIdentity.Testing;

/// <summary>Users of a pool's developer provider.</summary>
internal static class DeveloperUsers
{
    /// <exception cref="ServiceError">InvalidParameterException: the pool has another developer provider, or none.</exception>
    public static void RequireProvider(PoolState pool, string provider)
    {
        if (!pool.IsDeveloperProvider(provider))
        {
            throw ServiceError.InvalidParameter("This identity pool does not support the specified developer provider");
        }
    }

    /// <exception cref="ServiceError">ResourceNotFoundException: the user is not registered.</exception>
    public static Identity Find(PoolState pool, string user) =>
        pool.GetOwner(Login(pool, user)) ?? throw ServiceError.ResourceNotFound("DeveloperUserIdentifier not found.");

    public static Login Login(PoolState pool, string user) => new(pool.Settings.DeveloperProviderName!, user);
}
