using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetIdentityPoolRolesAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html">API reference</see>.
/// </summary>
public sealed record GetIdentityPoolRolesRequest : IValidatable
{
    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    internal static Operation<GetIdentityPoolRolesRequest, GetIdentityPoolRolesResponse> Operation { get; } = new(
        "GetIdentityPoolRoles",
        isSigned: true,
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
    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public string? IdentityPoolId { get; init; }

    /// <summary>
    /// How a user's role is chosen, by the provider's name; for a user pool that is its provider name and client id joined by a colon. At
    /// most 10.
    /// </summary>
    [AllowNull]
    public IReadOnlyDictionary<string, RoleMapping> RoleMappings { get; init => field = value.OrEmpty(); } = ReadOnlyDictionary<string, RoleMapping>.Empty;

    /// <summary>The default roles: ARNs of 20–2,048 characters for authenticated users and for guests.</summary>
    [AllowNull]
    public IReadOnlyDictionary<RoleType, string> Roles { get; init => field = value.OrEmpty(); } = ReadOnlyDictionary<RoleType, string>.Empty;
}
