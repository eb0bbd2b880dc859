using System.Text;

namespace CognitoIdentity;

/// <summary>
/// Facts and settings of a diagnosis, of a sign-in or of an identity pool, beside the pool's id and the logins. Everything is optional;
/// more facts give a sharper result.
/// </summary>
/// <remarks>
/// The diagnosis of an identity pool, which has no user, uses <see cref="IdentityPool"/>, <see cref="Roles"/>,
/// <see cref="PrincipalTagAttributeMaps"/>, <see cref="TrustPolicies"/>, <see cref="AccountId"/>, <see cref="ServiceName"/>,
/// <see cref="ClientRegion"/> and <see cref="TimeProvider"/>, and ignores the others, which are about a request and its error.
/// </remarks>
public sealed record SignInDiagnosisOptions
{
    /// <summary>
    /// Gets the operation that failed, such as <c>GetId</c>, <c>GetCredentialsForIdentity</c>, <c>GetOpenIdToken</c>,
    /// <c>GetOpenIdTokenForDeveloperIdentity</c> or STS's <c>AssumeRoleWithWebIdentity</c>. Default: null, which stands for the enhanced
    /// flow, GetId and then GetCredentialsForIdentity, unless the error is one of STS.
    /// </summary>
    /// <remarks>
    /// For <c>AssumeRoleWithWebIdentity</c>, pass the logins of the flow under the names of their providers, or the token that STS got
    /// under the key <c>WebIdentityToken</c>.
    /// </remarks>
    public string? Operation { get; init; }

    /// <summary>Gets the code of the error, such as <c>NotAuthorizedException</c>. Default: null (unknown).</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Gets the service's message of the error, from an exception, a log, or another SDK. Default: null (unknown).</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets the reason of the error. Default: null, and the reason is recognized from <see cref="ErrorMessage"/>.</summary>
    public ErrorReason? ErrorReason { get; init; }

    /// <summary>Gets the identity id that the request had, if any. Default: null (none, or unknown).</summary>
    public string? IdentityId { get; init; }

    /// <summary>Gets the CustomRoleArn that the request had, if any. Default: null.</summary>
    public string? CustomRoleArn { get; init; }

    /// <summary>
    /// Gets the region of the client whose request failed. Default: null, which takes that of the <see cref="CognitoIdentityClient"/> that
    /// makes the diagnosis; without one, the region is not compared.
    /// </summary>
    public string? ClientRegion { get; init; }

    /// <summary>
    /// Gets the twelve digits of the account that owns the pool, with which the accounts of roles are compared. Default: null (unknown).
    /// </summary>
    public string? AccountId { get; init; }

    /// <summary>Gets the pool's configuration. Default: null, and DescribeIdentityPool reads it, if there is a client.</summary>
    public IdentityPool? IdentityPool { get; init; }

    /// <summary>
    /// Gets the pool's roles and role mappings. Default: null, and GetIdentityPoolRoles reads them, if there is a client.
    /// </summary>
    public GetIdentityPoolRolesResponse? Roles { get; init; }

    /// <summary>
    /// Gets the maps from claims to principal tags of the providers in the logins. Default: null, and GetPrincipalTagAttributeMap reads
    /// them, if there is a client.
    /// </summary>
    public IReadOnlyList<GetPrincipalTagAttributeMapResponse>? PrincipalTagAttributeMaps { get; init; }

    /// <summary>
    /// Gets the trust policies of roles as JSON, by the roles' ARNs: the <c>AssumeRolePolicyDocument</c> of IAM's GetRole, URL-encoded or
    /// not. The one of the user's role is judged; in the basic (classic) flow, in which the caller names the role, all are. Default: null,
    /// and the trust policy stays among the causes that only IAM knows.
    /// </summary>
    public IReadOnlyDictionary<string, string>? TrustPolicies { get; init; }

    /// <summary>
    /// Gets the name that trust policies have for the service and that <c>Logins</c> has as the key of a developer token. Default: null,
    /// which takes the name of the partition: <c>cognito-identity.amazonaws.com</c>, or the name in China and GovCloud.
    /// </summary>
    public string? ServiceName { get; init; }

    /// <summary>
    /// Gets whether <see cref="PredictedPrincipalTag.Value"/> is filled, so that a report shows the values of principal tags in place of
    /// their lengths. Default: false. The values of claims that decide (issuer, audience, times, roles, and claims that rules compare)
    /// appear in any case. Tokens never appear.
    /// </summary>
    public bool ShowClaimValues { get; init; }

    /// <summary>Gets the clock that tells whether tokens have expired. Default: the system's.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = TimeProvider.System;

    // A record prints only the names of the types of its collections. The service's message can repeat a token of the request.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(Operation), Operation)
            .Member(nameof(ErrorCode), ErrorCode)
            .Secret(nameof(ErrorMessage), ErrorMessage)
            .Member(nameof(ErrorReason), ErrorReason)
            .Member(nameof(IdentityId), IdentityId)
            .Member(nameof(CustomRoleArn), CustomRoleArn)
            .Member(nameof(ClientRegion), ClientRegion)
            .Member(nameof(AccountId), AccountId)
            .Member(nameof(IdentityPool), IdentityPool)
            .Member(nameof(Roles), Roles)
            .Member(nameof(PrincipalTagAttributeMaps), PrincipalTagAttributeMaps)
            .Member(nameof(TrustPolicies), TrustPolicies)
            .Member(nameof(ServiceName), ServiceName)
            .Member(nameof(ShowClaimValues), ShowClaimValues)
            .Member(nameof(TimeProvider), TimeProvider);
        return true;
    }
}
