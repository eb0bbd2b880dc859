namespace CognitoIdentity;

// The errors that the API reference lists for the operations of this service. Each has its code as its name.

/// <summary>The identity pool is being changed by another request.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class ConcurrentModificationException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("ConcurrentModificationException", message, innerException);

/// <summary>The developer user identifier is already registered under a different identity id.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class DeveloperUserAlreadyRegisteredException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("DeveloperUserAlreadyRegisteredException", message, innerException);

/// <summary>A service that this one depends on, such as Facebook, does not answer.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class ExternalServiceException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("ExternalServiceException", message, innerException);

/// <summary>The service met an error while it worked on the request.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class InternalErrorException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("InternalErrorException", message, innerException);

/// <summary>The identity pool has no role for the user (authenticated or guest), or STS refused to let it assume that role.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class InvalidIdentityPoolConfigurationException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("InvalidIdentityPoolConfigurationException", message, innerException)
{
    /// <summary>Why, as recognized from the message; <see cref="ErrorReason.Unknown"/> if it is none that is known.</summary>
    public ErrorReason Reason { get; init; } = ErrorReasonTable.ReasonOf(message);

    /// <summary>What to check, in one sentence, with where to read more; null for an unknown reason.</summary>
    public string? Hint => Reason.Hint;
}

/// <summary>An input parameter is missing or bad.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class InvalidParameterException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("InvalidParameterException", message, innerException)
{
    /// <summary>Why, as recognized from the message; <see cref="ErrorReason.Unknown"/> if it is none that is known.</summary>
    public ErrorReason Reason { get; init; } = ErrorReasonTable.ReasonOf(message);

    /// <summary>What to check, in one sentence, with where to read more; null for an unknown reason.</summary>
    public string? Hint => Reason.Hint;
}

/// <summary>A quota of the account, such as the number of identity pools, is used up. Not retried: waiting does not help.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class LimitExceededException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("LimitExceededException", message, innerException);

/// <summary>The caller or a login is not authorized. Also the common error <c>NotAuthorized</c>.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class NotAuthorizedException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("NotAuthorizedException", message, innerException)
{
    /// <summary>Why, as recognized from the message; <see cref="ErrorReason.Unknown"/> if it is none that is known.</summary>
    public ErrorReason Reason { get; init; } = ErrorReasonTable.ReasonOf(message);

    /// <summary>What to check, in one sentence, with where to read more; null for an unknown reason.</summary>
    public string? Hint => Reason.Hint;
}

/// <summary>A login is already linked to another identity.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class ResourceConflictException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("ResourceConflictException", message, innerException);

/// <summary>The identity pool or the identity does not exist.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class ResourceNotFoundException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("ResourceNotFoundException", message, innerException);

/// <summary>The request was throttled.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class TooManyRequestsException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("TooManyRequestsException", message, innerException);
