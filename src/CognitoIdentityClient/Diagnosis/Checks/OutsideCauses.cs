namespace CognitoIdentity;

/// <summary>Causes that neither the pool's configuration nor the tokens show: only IAM or the service knows.</summary>
internal static class OutsideCauses
{
    public static Cause TrustPrincipal { get; } = Iam(
        "trust-principal",
        "The role's trust policy names another principal than the service, for example the OpenID Connect or SAML provider itself.",
        "Trust the service's name as Federated: STS gets the identity pool's token, not the provider's.");

    public static Cause TrustAudience { get; } = Iam(
        "trust-aud",
        "The condition aud of the role's trust policy has the id of another identity pool, for example of one that was recreated.",
        "Put this pool's id into the condition.");

    public static Cause TrustAuthentication { get; } = Iam(
        "trust-amr",
        "The condition amr of the role's trust policy is for the other kind of user, or its key is misspelled.",
        "Allow \"authenticated\" for signed-in users and \"unauthenticated\" for guests, under the exact name of the condition key.");

    public static Cause TrustAction { get; } = Iam(
        "trust-action",
        "The role's trust policy allows another action than sts:AssumeRoleWithWebIdentity, for example sts:AssumeRole.",
        "Allow the action sts:AssumeRoleWithWebIdentity.");

    public static Cause TrustTagSession { get; } = Iam(
        "trust-tag-session",
        "The role's trust policy does not allow sts:TagSession, and the session has principal tags.",
        "Add sts:TagSession to the actions. Some deployment tools write the trust policy again without it.");

    public static Cause TrustCondition { get; } = Iam(
        "trust-condition",
        "A condition of the role's trust policy does not hold for this user.",
        "Remove the condition, or let it allow this user. A condition on a key that the session does not have never holds.");

    public static Cause TrustDenied { get; } = Iam(
        "trust-deny",
        "A statement of the role's trust policy denies this user.",
        "Narrow the statement: a denial counts more than any permission.");

    public static Cause RoleGone { get; } = Iam(
        "role-deleted",
        "The role does not exist (any more), or was created a few seconds ago.",
        "Compare the ARN with IAM. A new role takes some seconds until STS knows it everywhere.");

    public static Cause RoleDenied { get; } = Iam(
        "role-policies",
        "A service control policy, a resource control policy or the account of the role forbids sts:AssumeRoleWithWebIdentity.",
        "Look for the refused AssumeRoleWithWebIdentity in CloudTrail of the role's account.");

    public static Cause TagsTooLarge { get; } = Iam(
        "principal-tags",
        "Many or long principal tags exceed the packed size that STS allows.",
        "Map fewer and shorter claims to principal tags.");

    public static Cause AppClientDeleted { get; } = Service(
        "app-client-deleted", ErrorReason.UnsupportedProvider,
        "The app client that issued the token was deleted from the user pool, or the whole user pool was.",
        "Sign in again with an app client that exists and that the identity pool lists.");

    public static Cause IamAudience { get; } = Iam(
        "iam-provider-audience", ErrorReason.UnsupportedProvider,
        "The OpenID Connect provider in IAM does not list the token's audience, was deleted, or has another address.",
        "Compare the token's app with the client ids of the provider in IAM, and iss with its address. The app is azp, where the token has "
        + "it, otherwise aud. An access token often has the audience of an API: pass the ID token.",
        ErrorReason.IncorrectAudience, ErrorReason.IssuerMismatch, ErrorReason.LoginsMismatch, ErrorReason.InvalidLoginToken);

    public static Cause IamProviderAccount { get; } = Iam(
        "iam-provider-account", ErrorReason.ProviderOfAnotherAccount,
        "The identity pool lists an OpenID Connect or SAML provider of another account, or one that was deleted from IAM.",
        "Create the provider in IAM of the pool's own account, and list that ARN.");

    public static Cause SignatureKeys { get; } = Service(
        "signature-not-verified", ErrorReason.SignatureNotVerified,
        "The token's signature cannot be verified: the token was changed or cut, signed with a key that the provider does not "
        + "publish, or issued by another stage.",
        "Pass the token unchanged, signed with a key pair (RS256) and not with a shared secret (HS256). Check that the provider's "
        + "discovery document and keys can be reached from the internet, and hold the token's kid. Compare the thumbprint of an OpenID "
        + "Connect provider in IAM with that of the provider's certificate.",
        ErrorReason.InvalidLoginToken);

    public static Cause UserSignedOut { get; } = Service(
        "user-signed-out", ErrorReason.LoginsMismatch,
        "The user pool says, as ServerSideTokenCheck asks, that the user was signed out everywhere, disabled or deleted.",
        "Let the user sign in again.",
        ErrorReason.UnsupportedProvider);

    public static Cause IdentityOfOtherUser { get; } = Service(
        "identity-of-other-user", ErrorReason.LoginsMismatch,
        "The identity id belongs to another user: one that the application stored before the user changed.",
        "Forget the stored identity id at every sign-out, and call GetId with the logins.",
        ErrorReason.IdentityForbidden);

    public static Cause IdentityDisabled { get; } = Service(
        "identity-disabled", ErrorReason.IdentityForbidden,
        "The identity was disabled, merged into another one, or lost its last login.",
        "Forget the stored identity id, call GetId once, and use the id that it returns.");

    public static Cause IdentityDeleted { get; } = Service(
        "identity-deleted", ErrorReason.IdentityNotFound,
        "The identity was deleted, or belongs to another pool.",
        "Forget the stored identity id and call GetId.");

    public static Cause LoginLinkedElsewhere { get; } = Service(
        "login-linked-elsewhere", null,
        "A login of the request is linked to another identity already.",
        "Call GetId with the logins and use the identity that it returns, or unlink the login with UnlinkIdentity.");

    public static Cause ResourceControlPolicy { get; } = Iam(
        "resource-control-policy", ErrorReason.ExplicitDeny,
        "A resource control policy of the organization denies the anonymous operations, which have no principal.",
        "Exempt GetId, GetCredentialsForIdentity, GetOpenIdToken and UnlinkIdentity in the policy.");

    public static Cause CallerPolicy { get; } = Iam(
        "caller-policy", ErrorReason.ExplicitDeny,
        "The AWS credentials that sign the request may not call the operation.",
        "Allow the operation in the policies of the caller. Setting roles also needs iam:PassRole for each of them.");

    public static Cause RolePermissions { get; } = Iam(
        "role-permissions", null,
        "The sign-in worked. The policies of the role that the user got do not allow what the user did with the credentials.",
        "Allow the action in the policies of the role that the message names. If it is another role than expected, such as that of guests "
        + "for a signed-in user, look at Logins and at the choice of the role.");

    public static Cause SessionPolicy { get; } = Iam(
        "session-policy", null,
        "The enhanced flow scopes the sessions of guests down: they may use only some services, whatever the role allows.",
        "Let the user sign in. Or use the basic (classic) flow, whose sessions have no such policy, if guests really need the service.");

    public static Cause Throttling { get; } = Service(
        "throttling", ErrorReason.RateExceeded,
        "The account calls the operation more often than its quota allows, for example when all users open the app at once.",
        "Store the identity id, so that GetId runs once for a user; spread the calls; ask for a higher quota.");

    public static Cause ConcurrentCalls { get; } = Service(
        "concurrent-calls", null,
        "Several requests changed the same identity at the same time.",
        "Call GetId once for a user, and let the other requests wait for its response. A retry usually succeeds.");

    public static Cause ProviderUnreachable { get; } = Service(
        "provider-unreachable", null,
        "The identity provider does not answer the service.",
        "Try again later, and look at the provider's own status.");

    public static Cause RequestChanged { get; } = Service(
        "request-changed", ErrorReason.UnrecognizedOperation,
        "A proxy or a message handler changed the request on its way: a header, the method or the path.",
        "Let X-Amz-Target, Content-Type, the method and the path of the request pass unchanged. Give Endpoint no path that the service "
        + "does not have.");

    public static Cause ServiceFailure { get; } = Service(
        "service-failure", null,
        "The service failed itself.",
        "Try again later. If it lasts, give AWS Support the request id.");

    private static Cause Iam(string code, string summary, string advice) =>
        Iam(code, ErrorReason.RolesNotAssigned, summary, advice, ErrorReason.RoleForbidden);

    private static Cause Iam(string code, ErrorReason? reason, string summary, string advice, params ErrorReason[] others) =>
        new(code, FindingSeverity.Warning, null, reason, summary, advice) { OtherReasons = others };

    private static Cause Service(string code, ErrorReason? reason, string summary, string advice, params ErrorReason[] others) =>
        new(code, FindingSeverity.Warning, null, reason, summary, advice) { OtherReasons = others };
}
