namespace CognitoIdentity;

/// <summary>The verdict of a response on the signature of its request.</summary>
internal enum SignatureOutcome
{
    /// <summary>The request had no signature.</summary>
    Unsigned,

    /// <summary>The response is not one that the service sends for a wrong date.</summary>
    Accepted,

    /// <summary>The response has one of the error codes that a wrong date causes.</summary>
    Refused,
}
