using Microsoft.Extensions.Logging;

namespace CognitoIdentity;

/// <summary>What providers log: pools and identities, and never a token, a key or the application's name for a user.</summary>
internal static partial class CredentialsLog
{
    [LoggerMessage(
        EventId = 1,
        EventName = "CredentialsRefreshFailed",
        Level = LogLevel.Warning,
        Message = "Credentials of {IdentityId} in pool {IdentityPoolId} could not be refreshed; those at hand are served until {ServedUntil}.")]
    public static partial void RefreshFailed(
        ILogger logger,
        string identityPoolId,
        string? identityId,
        DateTimeOffset servedUntil,
        Exception exception);

    [LoggerMessage(
        EventId = 2,
        EventName = "NoCredentials",
        Level = LogLevel.Error,
        Message = "Credentials of {IdentityId} in pool {IdentityPoolId} could not be got, and there are none at hand that are valid.")]
    public static partial void NoCredentials(ILogger logger, string identityPoolId, string? identityId, Exception exception);

    [LoggerMessage(
        EventId = 3,
        EventName = "IdentityGone",
        Level = LogLevel.Warning,
        Message = "The identity {IdentityId} of pool {IdentityPoolId} cannot be used any more ({ErrorCode}); it is forgotten.")]
    public static partial void IdentityGone(ILogger logger, string identityPoolId, string? identityId, string? errorCode);

    [LoggerMessage(
        EventId = 4,
        EventName = "IdentityNotRead",
        Level = LogLevel.Warning,
        Message = "The store of identities of pool {IdentityPoolId} could not be read; the logins say who the user is.")]
    public static partial void StoreNotRead(ILogger logger, string identityPoolId, Exception exception);

    [LoggerMessage(
        EventId = 5,
        EventName = "IdentityNotStored",
        Level = LogLevel.Warning,
        Message = "An identity of pool {IdentityPoolId} could not be stored; it is known in memory only.")]
    public static partial void StoreNotWritten(ILogger logger, string identityPoolId, Exception exception);

    [LoggerMessage(
        EventId = 6,
        EventName = "RefreshFailedCallbackFailed",
        Level = LogLevel.Error,
        Message = "The RefreshFailed callback failed itself.")]
    public static partial void CallbackFailed(ILogger logger, Exception exception);
}
