namespace CognitoIdentity;

/// <summary>The handler that opens connections.</summary>
internal static class PrimaryHandler
{
    /// <summary>
    /// A handler that follows no redirect (the service sends none, and a signature is for one address), keeps no cookie, and renews
    /// connections every few minutes, so that a client that lives as long as its process follows changes of DNS.
    /// </summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
