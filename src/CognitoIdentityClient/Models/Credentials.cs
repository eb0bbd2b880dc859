using System.Text;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// Temporary AWS credentials of an identity. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_Credentials.html">API reference</see>.
/// </summary>
public sealed record Credentials
{
    /// <summary>The access key id, <c>ASIA…</c>. Printed as its first four characters.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>When the credentials expire, UTC.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    public required DateTimeOffset Expiration { get; init; }

    /// <summary>The secret access key. Secret: never printed.</summary>
    public required string SecretKey { get; init; }

    /// <summary>The session token. Secret: never printed.</summary>
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
