namespace CognitoIdentity;

// The errors common to all AWS services (https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html), and those that the
// services' shared front end answers with although the API reference does not list them.

/// <summary>The caller has not sufficient access: an IAM policy does not allow the action.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class AccessDeniedException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("AccessDeniedException", message, innerException);

/// <summary>The session token of the AWS credentials has expired.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class ExpiredTokenException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("ExpiredTokenException", message, innerException);

/// <summary>The request's signature does not conform to the AWS standards.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class IncompleteSignatureException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("IncompleteSignature", message, innerException);

/// <summary>The service failed for an unknown reason.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class InternalFailureException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("InternalFailure", message, innerException);

/// <summary>The service does not know the action.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class InvalidActionException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("InvalidAction", message, innerException);

/// <summary>The AWS access key id does not exist.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class InvalidClientTokenIdException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("InvalidClientTokenId", message, innerException);

/// <summary>The signature does not match: a wrong secret key, a clock that is off by more than five minutes, or a proxy that changed the request.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class InvalidSignatureException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("InvalidSignatureException", message, innerException);

/// <summary>The request carries no signature where one is needed.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class MissingAuthenticationTokenException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("MissingAuthenticationTokenException", message, innerException);

/// <summary>The AWS access key id needs a subscription for the service.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class OptInRequiredException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("OptInRequired", message, innerException);

/// <summary>The request reached the service more than 15 minutes after, or before, its date.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class RequestExpiredException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("RequestExpired", message, innerException);

/// <summary>The service could not read the request's body.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class SerializationException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("SerializationException", message, innerException);

/// <summary>The service is not available for the moment.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class ServiceUnavailableException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("ServiceUnavailable", message, innerException);

/// <summary>The request was throttled.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class ThrottlingException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("ThrottlingException", message, innerException);

/// <summary>The service does not know the operation.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class UnknownOperationException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("UnknownOperationException", message, innerException);

/// <summary>The AWS access key id or the session token is invalid.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class UnrecognizedClientException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("UnrecognizedClientException", message, innerException);

/// <summary>The input does not satisfy the service's constraints.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class ValidationErrorException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("ValidationError", message, innerException);

/// <summary>The input does not satisfy the service's constraints.</summary>
/// <param name="message">The service's message; null for a general text.</param>
/// <param name="innerException">What caused the error, if anything did.</param>
public sealed class ValidationException(string? message = null, Exception? innerException = null)
    : CognitoIdentityException("ValidationException", message, innerException);
