namespace CognitoIdentity.Testing;

/// <summary>An AWS access key that the emulator knows: requests signed with it are accepted.</summary>
/// <param name="AccessKeyId">The access key id that a request names.</param>
/// <param name="SecretAccessKey">The secret that the request's signature must have been made with.</param>
public sealed record EmulatorAccessKey(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>
    /// The example pair of the AWS documentation, <c>AKIAIOSFODNN7EXAMPLE</c>: what the emulator knows when no other key is
    /// given. It is public, so it can be written into scripts and settings, and it opens nothing at AWS.
    /// </summary>
    public static EmulatorAccessKey Example { get; } = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    /// <summary>
    /// The session token that must come with the key, as for temporary credentials. Default: none, and a request that brings
    /// one is refused with UnrecognizedClientException.
    /// </summary>
    public string? SessionToken { get; init; }

    /// <summary>
    /// When the key stops working, by the emulator's clock: from then on requests are refused with ExpiredTokenException.
    /// Default: never.
    /// </summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <summary>The twelve digits of the account that the key belongs to. Default: <see cref="EmulatorOptions.AccountId"/>.</summary>
    public string? AccountId { get; init; }

    /// <summary>The access key id only: never the secret or the session token.</summary>
    public override string ToString() => $"{nameof(EmulatorAccessKey)} {AccessKeyId}";
}
