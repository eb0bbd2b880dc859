namespace CognitoIdentity.Testing;

/// <summary>An AWS access key that the emulator knows: requests signed with it are accepted.</summary>
public sealed record EmulatorAccessKey
{
    /// <summary>Creates an access key.</summary>
    /// <param name="accessKeyId">The access key id that a request names.</param>
    /// <param name="secretAccessKey">The secret that signs the request.</param>
    public EmulatorAccessKey(string accessKeyId, string secretAccessKey) => (AccessKeyId, SecretAccessKey) = (accessKeyId, secretAccessKey);

    /// <summary>Gets the access key id that a request names.</summary>
    public string AccessKeyId { get; init; }

    /// <summary>Gets the secret that signs the request.</summary>
    public string SecretAccessKey { get; init; }

    /// <summary>
    /// Gets the example pair of the AWS documentation, <c>AKIAIOSFODNN7EXAMPLE</c>, which the emulator accepts if no other key is given. It
    /// is public, so it can be written into scripts and settings, and it gives no access to AWS.
    /// </summary>
    public static EmulatorAccessKey Example { get; } = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    /// <summary>
    /// Gets the session token that must come with the key, as for temporary credentials. Default: null, and a request with a session token
    /// is refused with UnrecognizedClientException.
    /// </summary>
    public string? SessionToken { get; init; }

    /// <summary>
    /// Gets the time at which the key expires, by the emulator's clock: from then on requests are refused with ExpiredTokenException.
    /// Default: null (never).
    /// </summary>
    public DateTimeOffset? Expiration { get; init; }

    /// <summary>Gets the twelve digits of the account that the key belongs to. Default: <see cref="EmulatorOptions.AccountId"/>.</summary>
    public string? AccountId { get; init; }

    /// <summary>Returns the first four characters of the access key id, never the rest, the secret or the session token.</summary>
    public override string ToString() => $"{nameof(EmulatorAccessKey)} {AccessKeyId[..Math.Min(4, AccessKeyId.Length)]}***";
}
