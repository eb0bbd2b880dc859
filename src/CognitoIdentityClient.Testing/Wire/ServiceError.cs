namespace CognitoIdentity.Testing;

/// <summary>
/// An error response of the service. Operations throw it before they change any state, so that a refused request
/// leaves nothing behind.
/// </summary>
/// <remarks>
/// Texts in quotation marks of the real service were seen in public threads; where no text is known the emulator has its own.
/// </remarks>
internal sealed class ServiceError(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;

    public static ServiceError NotAuthorized(string message) => new("NotAuthorizedException", message);

    public static ServiceError InvalidParameter(string message) => new("InvalidParameterException", message);

    public static ServiceError ResourceConflict(string message) => new("ResourceConflictException", message);

    public static ServiceError ResourceNotFound(string message) => new("ResourceNotFoundException", message);

    public static ServiceError LimitExceeded(string message) => new("LimitExceededException", message);

    public static ServiceError Serialization(string message) => new("SerializationException", message);

    public static ServiceError PoolNotFound(string poolId) => ResourceNotFound($"IdentityPool '{poolId}' not found.");

    public static ServiceError IdentityNotFound(string identityId) => ResourceNotFound($"Identity '{identityId}' not found.");

    public static ServiceError Forbidden(string identityId) => NotAuthorized($"Access to Identity '{identityId}' is forbidden.");

    public static ServiceError LoginsDoNotMatch() =>
        NotAuthorized("Logins don't match. Please include at least one valid login for this identity or identity pool.");

    public static ServiceError GuestsNotAllowed() =>
        NotAuthorized("Unauthenticated access is not supported for this identity pool.");

    public static ServiceError RolesNotConfigured() => new(
        "InvalidIdentityPoolConfigurationException",
        "Invalid identity pool configuration. Check assigned IAM roles for this pool.");

    /// <summary>Creates the error for a failure of the emulator itself. It tells the author of a test the cause.</summary>
    public static ServiceError Internal(Exception cause) =>
        new("InternalErrorException", $"The emulator failed, which is an error in it: {cause.GetType().Name}: {cause.Message}", 500);

    // The service's response here is not documented. The statuses are our choice: 404 to a method, path or content type that is not
    // served, 400 to a target that is not known.
    public static ServiceError UnknownOperation(int status = 400) =>
        new("UnknownOperationException", "The requested operation is not recognized by the service.", status);

    /// <summary>
    /// Creates the error for a request to a service that the emulator does not have, as with <c>AWS_ENDPOINT_URL</c> for all services.
    /// </summary>
    public static ServiceError OtherService(string service) => new(
        "UnknownOperationException",
        $"The emulator has Amazon Cognito identity pools and AssumeRoleWithWebIdentity of AWS STS, and no operation of '{Cut(service)}'.");

    // A message is not as long as a header may be.
    private static string Cut(string text) => text.Length <= 100 ? text : text[..100] + "…";
}
