using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetIdentityPoolRolesAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html">API reference</see>.
/// </summary>
public sealed record GetIdentityPoolRolesRequest : IValidatable
{
    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    internal static Operation<GetIdentityPoolRolesRequest, GetIdentityPoolRolesResponse> Operation { get; } = new(
        "GetIdentityPoolRoles",
        SigV4RequestSigner.Instance,
        OperationEffect.Read,
        WireJson.Context.GetIdentityPoolRolesRequest,
        WireJson.Context.GetIdentityPoolRolesResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityPoolId, Constraints.Id);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.GetIdentityPoolRolesAsync"/>.</summary>
public sealed record GetIdentityPoolRolesResponse : CognitoIdentityResponse
{
    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityPoolId { get; init; }

    /// <summary>
    /// Gets the way in which the role of a user is chosen, by the name of the identity provider; for a user pool that is its provider name
    /// and client id joined by a colon. At most 10.
    /// </summary>
    [AllowNull]
    public IReadOnlyDictionary<string, RoleMapping> RoleMappings { get; init => field = value.OrEmpty(); } =
        ReadOnlyDictionary<string, RoleMapping>.Empty;

    /// <summary>Gets the default roles: ARNs of 20–2,048 characters for signed-in users and for guests.</summary>
    [AllowNull]
    public IReadOnlyDictionary<RoleType, string> Roles { get; init => field = value.OrEmpty(); } =
        ReadOnlyDictionary<RoleType, string>.Empty;

    // A record prints only the names of the types of its collections.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityPoolId), IdentityPoolId)
            .Member(nameof(RoleMappings), RoleMappings)
            .Member(nameof(Roles), Roles);
        return true;
    }
}
