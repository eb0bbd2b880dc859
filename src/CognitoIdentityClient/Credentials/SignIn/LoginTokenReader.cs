namespace CognitoIdentity;

/// <summary>The tokens of a user's providers, asked for now.</summary>
internal static class LoginTokenReader
{
    /// <returns>The logins; null for a guest.</returns>
    /// <exception cref="InvalidOperationException">A callback gave no token.</exception>
    public static async Task<IReadOnlyDictionary<string, string>?> GetAsync(CognitoIdentityUser user, CancellationToken cancellationToken)
    {
        if (user.IsGuest)
        {
            return null;
        }

        var logins = new Dictionary<string, string>(user.Logins.Count);
        foreach (var (provider, ask) in user.Logins)
        {
            // A callback need not heed its token.
            var token = await ask(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            logins[provider] = !string.IsNullOrEmpty(token)
                ? token
                : throw new InvalidOperationException(
                    $"There is no login token of {provider}. A signed-in user does not get a guest's credentials in its place: sign out first.");
        }

        return logins;
    }
}
