using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// An identity and the identity providers that are linked to it. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_IdentityDescription.html">API reference</see>.
/// </summary>
public sealed record IdentityDescription
{
    /// <summary>Gets the time at which the identity was created (UTC); null if the service does not tell it.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? CreationDate { get; init; }

    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityId { get; init; }

    /// <summary>Gets the time at which the identity was last changed (UTC); null if the service does not tell it.</summary>
    [JsonConverter(typeof(TimestampConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastModifiedDate { get; init; }

    /// <summary>Gets the names of the identity providers that are linked to the identity; empty for a guest.</summary>
    [AllowNull]
    public IReadOnlyList<string> Logins { get; init => field = value.OrEmpty(); } = [];

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(CreationDate), CreationDate)
            .Member(nameof(IdentityId), IdentityId)
            .Member(nameof(LastModifiedDate), LastModifiedDate)
            .Member(nameof(Logins), Logins);
        return true;
    }
}
