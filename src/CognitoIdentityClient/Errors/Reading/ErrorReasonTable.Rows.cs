namespace CognitoIdentity;

/// <summary>
/// The messages of the service that are recognized, each with its reason, hint and page of the AWS documentation. Nothing else matches
/// message texts.
/// </summary>
/// <remarks>
/// The service has no codes for reasons: the texts were seen in its responses and in public threads. If the service changes a text, its
/// reason becomes unknown, nothing worse.
/// </remarks>
internal static partial class ErrorReasonTable
{
    private const string GuidePage = "https://docs.aws.amazon.com/cognito/latest/developerguide/";
    private const string ReferencePage = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/";

    // The first row that matches counts: the row of all invalid login tokens comes after those of the known ones. '*' stands for any text.
    private static readonly Row[] Rows =
    [
        new(
            ErrorReason.TokenExpired,
            "Get a new ID token from the identity provider, and check the clock of the machine that issued it.",
            GuidePage + "authentication-flow.html",
            "Invalid login token. Token expired"),
        new(
            ErrorReason.MalformedToken,
            "Pass the ID token of the identity provider whole and unchanged, without \"Bearer \" in front and without "
            + "quotes.",
            GuidePage + "open-id.html",
            "Invalid login token. Not a valid OpenId Connect identity token"),
        new(
            ErrorReason.SignatureNotVerified,
            "Check that the token arrived whole, and that the identity provider still publishes the key that signed it.",
            GuidePage + "open-id.html",
            "Invalid login token. Couldn't verify signed token"),
        new(
            ErrorReason.IssuerMismatch,
            "Use the issuer (iss) of the token as the key in Logins, without https:// and without a slash at the end, as "
            + "Logins.FromJwt does.",
            GuidePage + "amazon-cognito-integrating-user-pools-with-identity-pools.html",
            "Invalid login token. Issuer doesn't match providerName"),
        new(
            ErrorReason.IncorrectAudience,
            "Add the client id that the token was issued for (aud) to the identity provider in the identity pool, or use "
            + "the application whose client id is there.",
            GuidePage + "external-identity-providers.html",
            "Invalid login token. Incorrect token audience"),
        new(
            ErrorReason.UnsupportedProvider,
            "Add the identity provider to the identity pool, with the client id that the token was issued for (aud).",
            GuidePage + "external-identity-providers.html",
            "Token is not from a supported provider of this identity pool",
            "Please provide a valid public provider"),
        new(
            ErrorReason.UnsupportedDeveloperProvider,
            "Use the DeveloperProviderName of the identity pool as the key in Logins; DescribeIdentityPool returns it.",
            GuidePage + "developer-authenticated-identities.html",
            "This identity pool does not support the specified developer provider"),
        new(
            ErrorReason.MissingAudience,
            "Pass the ID token instead of the access token, which has no audience.",
            GuidePage + "amazon-cognito-integrating-user-pools-with-identity-pools.html",
            "Invalid login token. Missing a required claim: aud"),
        new(
            ErrorReason.WrongTokenUse,
            "Pass the ID token of the identity provider. A token of GetOpenIdToken is for AWS STS, and one of "
            + "GetOpenIdTokenForDeveloperIdentity for GetCredentialsForIdentity with the issuer of the token as the key: "
            + $"{ServiceName}.",
            GuidePage + "authentication-flow.html",
            "Invalid login token. Can't pass in a Cognito token",
            "Invalid login token. Not a Cognito token"),
        new(
            ErrorReason.UnauthenticatedDisabled,
            "Pass Logins, or turn on AllowUnauthenticatedIdentities if the identity pool is meant to accept guests.",
            GuidePage + "identity-pools.html",
            "Unauthenticated access is not supported for this identity pool"),
        new(
            ErrorReason.LoginsMismatch,
            "Pass a login that is linked to the identity, and use the identity id that GetId returns for it.",
            GuidePage + "switching-identities.html",
            "Logins don't match"),
        new(
            ErrorReason.IdentityForbidden,
            "Pass a login of the identity, which is not a guest, or call GetId again if the identity was merged into "
            + "another one.",
            GuidePage + "switching-identities.html",
            "Access to Identity"),
        new(
            ErrorReason.IdentityNotFound,
            "Call GetId for a new identity id: this identity was deleted, or it never existed.",
            ReferencePage + "API_GetId.html",
            "Identity '*' not found"),
        new(
            ErrorReason.IdentityPoolNotFound,
            "Check the id of the identity pool, the AWS account, and that the client uses the region at the beginning of "
            + "the id.",
            ReferencePage + "API_DescribeIdentityPool.html",
            "IdentityPool '*' not found"),
        new(
            ErrorReason.NoProvidersConfigured,
            "Add the identity provider to the identity pool, and check that the id is the one of the intended pool.",
            GuidePage + "external-identity-providers.html",
            "Identity pool - * does not have identity providers configured"),
        new(
            ErrorReason.RolesNotAssigned,
            "Set the roles with SetIdentityPoolRoles, and check that their trust policy names this identity pool (aud) "
            + "and the kind of user (amr).",
            GuidePage + "role-trust-and-permissions.html",
            "Invalid identity pool configuration. Check assigned IAM roles for this pool"),
        new(
            ErrorReason.RoleForbidden,
            "Use a role of the same AWS account that is in the identity pool: set with SetIdentityPoolRoles, or in a "
            + "claim of the token for CustomRoleArn.",
            GuidePage + "role-based-access-control.html",
            "Access to Role"),
        new(
            ErrorReason.RoleMappingDenied,
            "Check the rules of the role mapping against the claims of the token, or set AmbiguousRoleResolution to "
            + "AuthenticatedRole.",
            GuidePage + "role-based-access-control.html",
            "The ambiguous role mapping rules"),
        new(
            ErrorReason.InvalidRoleMappingProvider,
            "Use as the key of RoleMappings an identity provider of the pool; for a user pool, its provider name, a colon"
            + " and the client id.",
            ReferencePage + "API_SetIdentityPoolRoles.html",
            "* is not a valid RoleMapping ProviderName or is not a configured provider"),
        new(
            ErrorReason.InvalidUserPoolProvider,
            $"Set ProviderName to {UserPoolName}, and ClientId to an app client of that user pool.",
            ReferencePage + "API_CognitoIdentityProvider.html",
            "Invalid Cognito Identity Provider"),
        new(
            ErrorReason.ProviderOfAnotherAccount,
            "Use the ARN of an IAM identity provider in the AWS account of the identity pool.",
            GuidePage + "open-id.html",
            "Identity provider * is not valid for account"),
        new(
            ErrorReason.ClassicFlowDisabled,
            "Call GetCredentialsForIdentity in place of GetOpenIdToken, or set AllowClassicFlow to true.",
            GuidePage + "authentication-flow.html",
            "Basic (classic) flow is not enabled"),
        new(
            ErrorReason.ClassicFlowWithRoleMappings,
            "Call GetCredentialsForIdentity in place of GetOpenIdToken, or remove the role mappings.",
            GuidePage + "role-based-access-control.html",
            "Basic (classic) flow is not supported with RoleMappings"),
        new(
            ErrorReason.ClassicFlowWithSaml,
            "Call GetCredentialsForIdentity in place of GetOpenIdToken: users of SAML providers need the enhanced flow.",
            GuidePage + "authentication-flow.html",
            "Basic (classic) flow is not supported with SAML"),
        new(
            ErrorReason.ExplicitDeny,
            "Exempt cognito-identity from the policy that denies it. A resource control policy of the organization "
            + "applies to the anonymous operations too.",
            "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html",
            "User: * is not authorized to perform: * with an explicit deny in "),
        new(
            ErrorReason.ConstraintViolated,
            "Correct the member that the message names. With RequestValidation.Full the client reports it before sending.",
            ReferencePage + "CommonErrors.html",
            "* validation error detected: ",
            "* validation errors detected: "),
        new(
            ErrorReason.MalformedRequest,
            "Give each member the type that the API reference has for it, such as one text for each principal tag.",
            ReferencePage + "Welcome.html",
            "* found where not expected"),
        new(
            ErrorReason.UnrecognizedOperation,
            "Check that no proxy or message handler removes or changes the headers X-Amz-Target and Content-Type, the "
            + "method or the path of the request, and that CognitoIdentityClientOptions.Endpoint has no path that the service "
            + "does not have.",
            ReferencePage + "Welcome.html",
            "The server did not understand the operation that was requested"),
        new(
            ErrorReason.RateExceeded,
            "Send fewer requests at a time, cache credentials until they expire, or ask AWS Support for a higher quota.",
            GuidePage + "quotas.html",
            "Rate exceeded"),
        new(
            ErrorReason.NotCognitoIdentity,
            "Check CognitoIdentityClientOptions.Endpoint and the AWS_ENDPOINT_URL variables, and whether a proxy or a "
            + "sign-in page of the network responds instead.",
            "https://docs.aws.amazon.com/general/latest/gr/cognito_identity.html"),
        new(
            ErrorReason.InvalidLoginToken,
            "Pass a fresh ID token of the identity provider, and read the message for what is wrong with this one.",
            GuidePage + "authentication-flow.html",
            "Invalid login token"),
    ];
}
