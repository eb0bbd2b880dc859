using System.Text;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// Temporary AWS credentials of an identity. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_Credentials.html">API reference</see>.
/// </summary>
public sealed record Credentials
{
    /// <summary>Gets the access key id, <c>ASIA…</c>. Only its first four characters are printed.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>Gets the time at which the credentials expire (UTC).</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public required DateTimeOffset Expiration { get; init; }

    /// <summary>Gets the secret access key. Secret: never printed.</summary>
    public required string SecretKey { get; init; }

    /// <summary>Gets the session token. Secret: never printed.</summary>
    public required string SessionToken { get; init; }

    // A record prints every member; this one has secrets.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .AccessKeyId(nameof(AccessKeyId), AccessKeyId)
            .Member(nameof(Expiration), Expiration)
            .Secret(nameof(SecretKey), SecretKey)
            .Secret(nameof(SessionToken), SessionToken);
        return true;
    }
}
