namespace CognitoIdentity;

/// <summary>What is checked of a request before it is sent.</summary>
public enum RequestValidation
{
    /// <summary>Every constraint that the service documents: required members, lengths, counts, ranges and patterns.</summary>
    Full,

    /// <summary>Only that nothing is missing that the service requires. Lengths, counts, ranges and patterns are left to the service.</summary>
    RequiredOnly,

    /// <summary>Nothing: the service checks it all, and answers with <see cref="ValidationException"/>.</summary>
    None,
}
