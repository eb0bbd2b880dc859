using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.SetIdentityPoolRolesAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">API reference</see>.
/// </summary>
public sealed record SetIdentityPoolRolesRequest : IValidatable
{
    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>
    /// Gets the way in which the role of a user is chosen, by the name of the identity provider; for a user pool that is its provider name
    /// and client id joined by a colon. At most 10.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, RoleMapping>? RoleMappings { get; init; }

    /// <summary>Gets the default roles: ARNs of 20–2,048 characters for signed-in users and for guests.</summary>
    public required IReadOnlyDictionary<RoleType, string> Roles { get; init; }

    internal static Operation<SetIdentityPoolRolesRequest, SetIdentityPoolRolesResponse> Operation { get; } = new(
        "SetIdentityPoolRoles",
        SigV4RequestSigner.Instance,
        OperationEffect.RepeatableWrite,
        WireJson.Context.SetIdentityPoolRolesRequest,
        WireJson.Context.SetIdentityPoolRolesResponse,
        hasOutput: false);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityPoolId, Constraints.Id);
        checker.Optional(RoleMappings, Constraints.RoleMappings);
        checker.Required(Roles, Constraints.Roles);
    }

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityPoolId), IdentityPoolId)
            .Member(nameof(RoleMappings), RoleMappings)
            .Member(nameof(Roles), Roles);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.SetIdentityPoolRolesAsync"/>; it has no members of its own.</summary>
public sealed record SetIdentityPoolRolesResponse : CognitoIdentityResponse;
