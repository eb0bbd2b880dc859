using Microsoft.Extensions.Logging;

namespace CognitoIdentity;

/// <summary>The log of credentials: pools and identities, and never a token, a key or the application's name for a user.</summary>
internal static partial class CredentialsLog
{
    [LoggerMessage(
        EventId = 1,
        EventName = "CredentialsRefreshFailed",
        Level = LogLevel.Warning,
        Message =
            "The credentials of identity {IdentityId} in pool {IdentityPoolId} could not be refreshed. The current ones are served until "
            + "{ServedUntil:u}.")]
    public static partial void RefreshFailed(
        ILogger logger,
        string identityPoolId,
        string identityId,
        DateTimeOffset servedUntil,
        Exception exception);

    [LoggerMessage(
        EventId = 2,
        EventName = "NoCredentials",
        Level = LogLevel.Warning,
        Message = "The credentials of identity {IdentityId} in pool {IdentityPoolId} could not be fetched, and no valid ones are cached.")]
    public static partial void NoCredentials(ILogger logger, string identityPoolId, string identityId, Exception exception);

    [LoggerMessage(
        EventId = 3,
        EventName = "IdentityGone",
        Level = LogLevel.Warning,
        Message = "The identity {IdentityId} of pool {IdentityPoolId} cannot be used any more ({ErrorCode}). It is replaced.")]
    public static partial void IdentityGone(ILogger logger, string identityPoolId, string identityId, string? errorCode);

    [LoggerMessage(
        EventId = 4,
        EventName = "IdentityNotRead",
        Level = LogLevel.Warning,
        Message =
            "The store of identities of pool {IdentityPoolId} could not be read. Signed-in users go on without it. Not logged again "
            + "before it works.")]
    public static partial void StoreNotRead(ILogger logger, string identityPoolId, Exception exception);

    [LoggerMessage(
        EventId = 5,
        EventName = "IdentityNotStored",
        Level = LogLevel.Warning,
        Message =
            "An identity of pool {IdentityPoolId} could not be stored and is kept in memory only. Not logged again before the store "
            + "works.")]
    public static partial void StoreNotWritten(ILogger logger, string identityPoolId, Exception exception);

    [LoggerMessage(
        EventId = 6, EventName = "CallbackFailed", Level = LogLevel.Error, Message = "The callback {Callback} threw an exception.")]
    public static partial void CallbackFailed(ILogger logger, string callback, Exception exception);

    // A matter of one user, which a server meets all day long: no stack, and once until that user's tokens are accepted.
    [LoggerMessage(
        EventId = 7,
        EventName = "LoginRefused",
        Level = LogLevel.Information,
        Message = "A login token of a user (identity {IdentityId}) of pool {IdentityPoolId} was refused: {ServiceMessage}")]
    public static partial void LoginRefused(ILogger logger, string identityPoolId, string identityId, string serviceMessage);

    [LoggerMessage(
        EventId = 8,
        EventName = "LoginLeftOut",
        Level = LogLevel.Information,
        Message = "A user of pool {IdentityPoolId} goes on without the login of {Provider}, which is missing or was refused.")]
    public static partial void LoginLeftOut(ILogger logger, string identityPoolId, string provider);

    [LoggerMessage(
        EventId = 9,
        EventName = "UsersEvicted",
        Level = LogLevel.Warning,
        Message = "The factory of pool {IdentityPoolId} has more users than MaxUsers, {MaxUsers}: the least recently used are evicted, and "
            + "their next use fetches new credentials. Logged once; the counter cognito_identity.credentials.evictions goes on.")]
    public static partial void UsersEvicted(ILogger logger, string identityPoolId, int maxUsers);

    [LoggerMessage(
        EventId = 10,
        EventName = "SessionStoreFailed",
        Level = LogLevel.Warning,
        Message =
            "The store of sessions of pool {IdentityPoolId} failed. Credentials are fetched without it. Not logged again before it works.")]
    public static partial void SessionStoreFailed(ILogger logger, string identityPoolId, Exception exception);

    [LoggerMessage(
        EventId = 11,
        EventName = "IdentityReplaced",
        Level = LogLevel.Warning,
        Message = "A user of pool {IdentityPoolId} now has the identity {IdentityId} in place of {OldIdentityId}.")]
    public static partial void IdentityReplaced(ILogger logger, string identityPoolId, string identityId, string oldIdentityId);
}
