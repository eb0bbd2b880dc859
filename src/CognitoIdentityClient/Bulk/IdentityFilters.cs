namespace CognitoIdentity;

/// <summary>Filters for <see cref="CognitoIdentityBulk.PurgeIdentitiesAsync"/>.</summary>
public static class IdentityFilters
{
    /// <summary>
    /// Guests, identities without a login, that were created before a time. An identity whose creation date the service does not tell is
    /// none of them.
    /// </summary>
    /// <param name="time">The time.</param>
    public static Func<IdentityDescription, bool> GuestsCreatedBefore(DateTimeOffset time) =>
        identity => identity.Logins.Count == 0 && identity.CreationDate < time;
}
