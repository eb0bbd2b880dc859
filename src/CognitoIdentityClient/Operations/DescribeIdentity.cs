using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.DescribeIdentityAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentity.html">API reference</see>.
/// </summary>
public sealed record DescribeIdentityRequest : IValidatable
{
    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityId { get; init; }

    internal static Operation<DescribeIdentityRequest, DescribeIdentityResponse> Operation { get; } = new(
        "DescribeIdentity",
        SigV4RequestSigner.Instance,
        OperationEffect.Read,
        WireJson.Context.DescribeIdentityRequest,
        WireJson.Context.DescribeIdentityResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityId, Constraints.Id);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.DescribeIdentityAsync"/>.</summary>
public sealed record DescribeIdentityResponse : CognitoIdentityResponse
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
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(CreationDate), CreationDate)
            .Member(nameof(IdentityId), IdentityId)
            .Member(nameof(LastModifiedDate), LastModifiedDate)
            .Member(nameof(Logins), Logins);
        return true;
    }
}
