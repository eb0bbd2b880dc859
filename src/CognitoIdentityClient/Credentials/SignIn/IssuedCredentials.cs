namespace CognitoIdentity;

/// <summary>New credentials.</summary>
/// <param name="Credentials">The credentials.</param>
/// <param name="IdentityId">The identity that they belong to, which may differ from the requested one.</param>
/// <param name="Began">The start of the call that returned them.</param>
/// <param name="Lifetime">How long they are valid from that moment on.</param>
/// <param name="Time">The service's time at that moment, as well as it is known; null if no clock tells it.</param>
internal sealed record IssuedCredentials(
    Credentials Credentials,
    string IdentityId,
    Moment Began,
    TimeSpan Lifetime,
    DateTimeOffset? Time);
