namespace CognitoIdentity;

/// <summary>Filters for <see cref="CognitoIdentityBulk.PurgeIdentitiesAsync"/>.</summary>
public static class IdentityFilters
{
    /// <summary>
    /// Creates a filter that selects guests, which are identities without a login, created before a time. Identities without a creation
    /// date are never selected. The service does not report when an identity was last used.
    /// </summary>
    /// <param name="time">The time; an identity created exactly then is not selected.</param>
    /// <returns>The filter.</returns>
    public static Func<IdentityDescription, bool> GuestsCreatedBefore(DateTimeOffset time) =>
        identity => identity.Logins.Count == 0 && identity.CreationDate < time;
}
