namespace CognitoIdentity.Testing;

/// <summary>Principal tags from the claims of logins, by the maps that the pool has for their providers.</summary>
internal static class PrincipalTags
{
    public static IReadOnlyDictionary<string, string> From(PoolState pool, IEnumerable<VerifiedLogin> logins)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var login in logins)
        {
            if (pool.PrincipalTagMaps.FirstOrDefault(entry => PoolProviders.IsSame(entry.Key, login.Provider)).Value is not { } map)
            {
                continue;
            }

            foreach (var (tag, claim) in map.Effective)
            {
                if (login.Claim(claim) is { } value)
                {
                    tags[tag] = value;
                }
            }
        }

        return tags;
    }
}
