namespace CognitoIdentity;

/// <summary>Creates the exception of an error code.</summary>
internal static class ExceptionFactory
{
    public static CognitoIdentityException Create(string code, string? message) => code switch
    {
        "AccessDeniedException" => new AccessDeniedException(message),
        "ConcurrentModificationException" => new ConcurrentModificationException(message),
        "DeveloperUserAlreadyRegisteredException" => new DeveloperUserAlreadyRegisteredException(message),
        "ExpiredTokenException" => new ExpiredTokenException(message),
        "ExternalServiceException" => new ExternalServiceException(message),

        // The reference names it without the suffix that JSON services send.
        "IncompleteSignature" or "IncompleteSignatureException" => new IncompleteSignatureException(message),
        "InternalErrorException" => new InternalErrorException(message),
        "InternalFailure" => new InternalFailureException(message),
        "InvalidAction" => new InvalidActionException(message),
        "InvalidClientTokenId" => new InvalidClientTokenIdException(message),
        "InvalidIdentityPoolConfigurationException" => new InvalidIdentityPoolConfigurationException(message),
        "InvalidParameterException" => new InvalidParameterException(message),
        "InvalidSignatureException" => new InvalidSignatureException(message),
        "LimitExceededException" => new LimitExceededException(message),
        "MissingAuthenticationTokenException" => new MissingAuthenticationTokenException(message),
        "NotAuthorized" or "NotAuthorizedException" => new NotAuthorizedException(message),
        "OptInRequired" => new OptInRequiredException(message),
        "RequestExpired" => new RequestExpiredException(message),
        "ResourceConflictException" => new ResourceConflictException(message),
        "ResourceNotFoundException" => new ResourceNotFoundException(message),
        "SerializationException" => new SerializationException(message),
        "ServiceUnavailable" => new ServiceUnavailableException(message),
        "ThrottlingException" => new ThrottlingException(message),
        "TooManyRequestsException" => new TooManyRequestsException(message),
        "UnknownOperationException" => new UnknownOperationException(message),
        "UnrecognizedClientException" => new UnrecognizedClientException(message),
        "ValidationError" => new ValidationErrorException(message),
        "ValidationException" => new ValidationException(message),
        _ => new CognitoIdentityException(message),
    };
}
