namespace CognitoIdentity;

/// <summary>Asks for the current tokens of a user's identity providers.</summary>
internal static class LoginTokenReader
{
    /// <param name="settings">Whether the user goes on without a token that is missing.</param>
    /// <param name="user">The user.</param>
    /// <param name="leftOut">Called with each identity provider whose token is missing, and whose login is left out.</param>
    /// <param name="cancellationToken">Cancels the callbacks.</param>
    /// <returns>The logins; null for a guest.</returns>
    /// <exception cref="InvalidOperationException">A callback returned no token, or one of several callbacks failed.</exception>
    public static async Task<IReadOnlyDictionary<string, string>?> GetAsync(
        CredentialsSettings settings,
        CognitoIdentityUser user,
        Action<string> leftOut,
        CancellationToken cancellationToken)
    {
        if (user.IsGuest)
        {
            return null;
        }

        var logins = new Dictionary<string, string>(user.Logins.Count);
        var missing = new List<Exception>();
        foreach (var (provider, getToken) in user.Logins)
        {
            try
            {
                logins[provider] = await GetTokenAsync(provider, getToken, isOneOfSeveral: user.Logins.Count > 1, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (InvalidOperationException exception) when (settings.AllowFewerLogins && user.Logins.Count > 1)
            {
                missing.Add(exception);
                leftOut(provider);
            }
        }

        // Without any login the user would become a guest.
        return logins.Count > 0
            ? logins
            : throw new InvalidOperationException(string.Join(' ', missing.Select(error => error.Message)), missing[0]);
    }

    private static async Task<string> GetTokenAsync(
        string provider,
        Func<CancellationToken, Task<string>> getToken,
        bool isOneOfSeveral,
        CancellationToken cancellationToken)
    {
        string token;
        try
        {
            token = await ForeignWork.RunAsync(getToken, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (isOneOfSeveral && !cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The callback for the login token of {provider} failed.", exception);
        }

        return !string.IsNullOrEmpty(token)
            ? token
            : throw new InvalidOperationException(
                $"There is no login token of {provider}. A signed-in user does not get a guest's credentials in its place: "
                + "sign out first.");
    }
}
