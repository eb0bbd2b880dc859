namespace CognitoIdentity;

/// <summary>The checks applied to a request before it is sent.</summary>
public enum RequestValidation
{
    /// <summary>
    /// Every constraint in the API reference: required members, lengths, counts, ranges and patterns. Also a few mistakes that the service
    /// would report in misleading words, such as the id of a user pool in place of an identity pool's.
    /// </summary>
    Full,

    /// <summary>Required members only.</summary>
    RequiredOnly,

    /// <summary>No checks. The service responds to an invalid request with <see cref="ValidationException"/>.</summary>
    None,
}
