using Microsoft.Extensions.Logging;

namespace CognitoIdentity;

/// <summary>Events of <see cref="CredentialsLog"/>, by the same ids and names, for a user whose identity is not known yet.</summary>
internal static partial class NewUserLog
{
    [LoggerMessage(
        EventId = 2,
        EventName = "NoCredentials",
        Level = LogLevel.Warning,
        Message =
            "The credentials of a user of pool {IdentityPoolId} without an identity yet could not be fetched, and no valid ones are "
            + "cached.")]
    public static partial void NoCredentials(ILogger logger, string identityPoolId, Exception exception);

    [LoggerMessage(
        EventId = 7,
        EventName = "LoginRefused",
        Level = LogLevel.Information,
        Message = "A login token of a user of pool {IdentityPoolId} without an identity yet was refused: {ServiceMessage}")]
    public static partial void LoginRefused(ILogger logger, string identityPoolId, string serviceMessage);
}
