using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// The locks that serialize changes of the same pool through one client. Without them two callers could both read before either writes, and
/// one change would be lost: the service has no version by which it could reject the later write.
/// </summary>
internal static class PoolLocks
{
    // The locks belong to a client, and extension methods cannot add a field to it. The weak table keeps no client alive, and drops the
    // locks with their client.
    private static readonly ConditionalWeakTable<ICognitoIdentityClient, KeyedLocks<string>> ByClient = [];

    /// <summary>Returns the locks of a client, by the ids of pools.</summary>
    public static KeyedLocks<string> For(ICognitoIdentityClient client) => ByClient.GetValue(client, static _ => new());
}
