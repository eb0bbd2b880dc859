namespace CognitoIdentity;

/// <summary>New credentials.</summary>
/// <param name="Credentials">The credentials.</param>
/// <param name="IdentityId">The identity that they are of: it can be another than the one asked for.</param>
/// <param name="Began">When the call began that brought them.</param>
/// <param name="Lifetime">How long they are valid from that moment on.</param>
/// <param name="Time">The service's time at that moment, as well as it is known; null if no clock tells it.</param>
internal sealed record IssuedCredentials(
    Credentials Credentials,
    string IdentityId,
    Moment Began,
    TimeSpan Lifetime,
    DateTimeOffset? Time);
