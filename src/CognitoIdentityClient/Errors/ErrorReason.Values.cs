namespace CognitoIdentity;

// The known reasons. The remarks begin with the messages of the service that give the reason.
public readonly partial record struct ErrorReason
{
    /// <summary>The message is not one that this version recognizes. The same as <c>default</c>.</summary>
    public static ErrorReason Unknown => default;

    /// <summary>The login token has expired.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Invalid login token. Token expired: &lt;now&gt; &gt;= &lt;exp&gt;</c>.</para>
    /// <para>Get a new ID token from the identity provider; for a user pool, with the refresh token. ID tokens live for minutes to a day.
    /// If the token is new, check the clock of the machine that issued it. <c>Logins</c> refuses an expired token by the local clock before
    /// anything is sent.</para>
    /// </remarks>
    public static ErrorReason TokenExpired { get; } = new("TokenExpired");

    /// <summary>The login token is not a readable OpenID Connect ID token.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Invalid login token. Not a valid OpenId Connect identity token.</c></para>
    /// <para>Often it is an opaque access token, was cut short or wrapped in quotes, or has <c>Bearer </c> in front. Pass the ID token of
    /// the identity provider whole and unchanged.</para>
    /// </remarks>
    public static ErrorReason MalformedToken { get; } = new("MalformedToken");

    /// <summary>The signature of the login token could not be verified.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Invalid login token. Couldn't verify signed token.</c></para>
    /// <para>The token was changed on its way, or its identity provider no longer publishes the key that signed it.</para>
    /// </remarks>
    public static ErrorReason SignatureNotVerified { get; } = new("SignatureNotVerified");

    /// <summary>The issuer of the login token is not the identity provider that is its key in Logins.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Invalid login token. Issuer doesn't match providerName</c>.</para>
    /// <para>The key in <c>Logins</c> must be the issuer (<c>iss</c>) of the token without <c>https://</c> and without a slash at the end:
    /// <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;</c> (<c>.amazonaws.com.cn</c> in China), with the id of the user
    /// pool and not of the identity pool. <c>Logins.FromJwt</c> takes the key from the token.</para>
    /// </remarks>
    public static ErrorReason IssuerMismatch { get; } = new("IssuerMismatch");

    /// <summary>The login token was issued for another application than the one that the identity pool lists.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Invalid login token. Incorrect token audience.</c></para>
    /// <para>Compare the audience (<c>aud</c>) of the token with the client ids in the response of DescribeIdentityPool; then add it to the
    /// pool, or sign in with the application whose client id is there. With Sign in with Apple, a native app has the bundle id and a web
    /// page the services id: each needs its own entry.</para>
    /// </remarks>
    public static ErrorReason IncorrectAudience { get; } = new("IncorrectAudience");

    /// <summary>The identity pool does not accept the identity provider, or accepts it only with another client id.</summary>
    /// <remarks>
    /// <para>Messages of the service: <c>Token is not from a supported provider of this identity pool.</c>,
    /// <c>Please provide a valid public provider</c>.</para>
    /// <para>Compare the key in <c>Logins</c> and the audience (<c>aud</c>) of the token with the response of DescribeIdentityPool, and add
    /// what is missing with <c>ModifyIdentityPoolAsync</c>. A developer provider is not a public one: its users sign in through
    /// GetOpenIdTokenForDeveloperIdentity.</para>
    /// </remarks>
    public static ErrorReason UnsupportedProvider { get; } = new("UnsupportedProvider");

    /// <summary>The key in Logins is not the developer provider of the identity pool.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>This identity pool does not support the specified developer provider</c>.</para>
    /// <para>Use exactly its <c>DeveloperProviderName</c>, which DescribeIdentityPool returns. A pool without one has no developer
    /// provider.</para>
    /// </remarks>
    public static ErrorReason UnsupportedDeveloperProvider { get; } = new("UnsupportedDeveloperProvider");

    /// <summary>The login token has no audience: most often it is an access token.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Invalid login token. Missing a required claim: aud</c>.</para>
    /// <para>Pass the ID token of the same sign-in.</para>
    /// </remarks>
    public static ErrorReason MissingAudience { get; } = new("MissingAudience");

    /// <summary>The token is of another kind than its place needs: an access token, or a token of an identity pool.</summary>
    /// <remarks>
    /// <para>Messages of the service: <c>Invalid login token. Can't pass in a Cognito token.</c>, <c>Invalid login token. Not a Cognito
    /// token.</c></para>
    /// <para>Identity pools issue tokens too, and each has one place. A token of GetOpenIdToken goes to AWS STS
    /// (AssumeRoleWithWebIdentity). A token of GetOpenIdTokenForDeveloperIdentity goes to GetCredentialsForIdentity with the key
    /// <c>cognito-identity.amazonaws.com</c> (another name in China and AWS GovCloud (US)), and no other token goes there. Everywhere else
    /// it is the ID token of the user's identity provider. <c>Logins</c> refuses an access token with this reason.</para>
    /// </remarks>
    public static ErrorReason WrongTokenUse { get; } = new("WrongTokenUse");

    /// <summary>The login token is invalid for a cause that has no reason of its own.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Invalid login token.</c> followed by a text that this version does not recognize.</para>
    /// <para>A new sign-in may give a better token. Every recognized text has its own reason, such as <c>TokenExpired</c>.</para>
    /// </remarks>
    public static ErrorReason InvalidLoginToken { get; } = new("InvalidLoginToken");

    /// <summary>The identity pool accepts no guests, and the request had no logins.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Unauthenticated access is not supported for this identity pool.</c></para>
    /// <para>Often the user was signed in, but the tokens were not ready yet or not passed.</para>
    /// </remarks>
    public static ErrorReason UnauthenticatedDisabled { get; } = new("UnauthenticatedDisabled");

    /// <summary>No login belongs to the identity, or the identity pool does not list their identity provider.</summary>
    /// <remarks>
    /// <para>Message of the service:
    /// <c>Logins don't match. Please include at least one valid login for this identity or identity pool.</c></para>
    /// <para>Often the id is another user's, such as one stored before a sign-out: call GetId with the logins and use the id that it
    /// returns.</para>
    /// </remarks>
    public static ErrorReason LoginsMismatch { get; } = new("LoginsMismatch");

    /// <summary>The identity has logins and none was passed, or it was merged into another identity and is disabled.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Access to Identity '&lt;id&gt;' is forbidden.</c></para>
    /// <para>Pass a login of the identity. If it was merged, call GetId again for the id of the other one.</para>
    /// </remarks>
    public static ErrorReason IdentityForbidden { get; } = new("IdentityForbidden");

    /// <summary>The identity does not exist.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Identity '&lt;id&gt;' not found.</c></para>
    /// <para>The identity was deleted, or the id belongs to another account or region. Call GetId for a new one.</para>
    /// </remarks>
    public static ErrorReason IdentityNotFound { get; } = new("IdentityNotFound");

    /// <summary>The identity pool does not exist in this region.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>IdentityPool '&lt;id&gt;' not found.</c></para>
    /// <para>Most often the client uses another region than the one at the beginning of the pool's id. Otherwise the pool was deleted, or a
    /// signed call was made with credentials of another AWS account.</para>
    /// </remarks>
    public static ErrorReason IdentityPoolNotFound { get; } = new("IdentityPoolNotFound");

    /// <summary>The identity pool has no identity providers, but the request has logins.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Identity pool - &lt;id&gt; does not have identity providers configured.</c></para>
    /// <para>Often the id is that of another pool or stage.</para>
    /// </remarks>
    public static ErrorReason NoProvidersConfigured { get; } = new("NoProvidersConfigured");

    /// <summary>The identity pool has no role for the user, or the role does not trust the identity pool.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Invalid identity pool configuration. Check assigned IAM roles for this pool.</c></para>
    /// <para>Set the roles with SetIdentityPoolRoles. The trust policy of a role must allow <c>sts:AssumeRoleWithWebIdentity</c> to
    /// <c>cognito-identity.amazonaws.com</c> with the id of the pool as <c>cognito-identity.amazonaws.com:aud</c>, and <c>authenticated</c>
    /// or <c>unauthenticated</c> as <c>cognito-identity.amazonaws.com:amr</c>. In China and AWS GovCloud (US), use the name of the
    /// service there.</para>
    /// </remarks>
    public static ErrorReason RolesNotAssigned { get; } = new("RolesNotAssigned");

    /// <summary>
    /// The role cannot be used: it belongs to another account, is not an ARN, or is not one that the identity pool may assume.
    /// </summary>
    /// <remarks>
    /// <para>Message of the service: <c>Access to Role '&lt;arn&gt;' is forbidden.</c></para>
    /// <para>Use a role of the pool's own AWS account. A <c>CustomRoleArn</c> must be among the roles in the token
    /// (<c>cognito:roles</c>).</para>
    /// </remarks>
    public static ErrorReason RoleForbidden { get; } = new("RoleForbidden");

    /// <summary>The role mapping of the identity pool selects no role, and denies access in that case.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>The ambiguous role mapping rules for: &lt;provider&gt; denied this request.</c></para>
    /// <para>No rule matched, or the token has several roles and no preferred one. Correct the rules, or set <c>AmbiguousRoleResolution</c>
    /// to <c>AuthenticatedRole</c> in place of <c>Deny</c>.</para>
    /// </remarks>
    public static ErrorReason RoleMappingDenied { get; } = new("RoleMappingDenied");

    /// <summary>A key of RoleMappings is not an identity provider of the pool.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>&lt;name&gt; is not a valid RoleMapping ProviderName or is not a configured provider.</c></para>
    /// <para>The key is <c>graph.facebook.com</c>, for example, the ARN of a SAML or OpenID Connect provider, or for a user pool
    /// <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;:&lt;client id&gt;</c>. Add the provider with
    /// <c>ModifyIdentityPoolAsync</c> first.</para>
    /// </remarks>
    public static ErrorReason InvalidRoleMappingProvider { get; } = new("InvalidRoleMappingProvider");

    /// <summary>A user pool in CognitoIdentityProviders is not named in the form that the service needs.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Invalid Cognito Identity Provider</c>.</para>
    /// <para>Each element of <c>CognitoIdentityProviders</c> needs a <c>ProviderName</c> of the form
    /// <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;</c>, and the <c>ClientId</c> of an app client of that user
    /// pool.</para>
    /// </remarks>
    public static ErrorReason InvalidUserPoolProvider { get; } = new("InvalidUserPoolProvider");

    /// <summary>The IAM identity provider belongs to another AWS account than the identity pool.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Identity provider &lt;arn&gt; is not valid for account &lt;id&gt;</c>.</para>
    /// <para>Create the OpenID Connect or SAML provider in the account of the pool, and use its ARN.</para>
    /// </remarks>
    public static ErrorReason ProviderOfAnotherAccount { get; } = new("ProviderOfAnotherAccount");

    /// <summary>The identity pool does not allow the basic (classic) flow.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Basic (classic) flow is not enabled, please use enhanced flow.</c></para>
    /// <para>GetOpenIdToken fails where <c>AllowClassicFlow</c> is false; a pool that never set it allows the flow.
    /// GetCredentialsForIdentity, the enhanced flow, does not depend on it.</para>
    /// </remarks>
    public static ErrorReason ClassicFlowDisabled { get; } = new("ClassicFlowDisabled");

    /// <summary>The identity pool has role mappings, with which the basic (classic) flow does not work.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.</c></para>
    /// <para>Role mappings choose the role in GetCredentialsForIdentity. The basic (classic) flow, in which the caller names the role,
    /// would bypass them.</para>
    /// </remarks>
    public static ErrorReason ClassicFlowWithRoleMappings { get; } = new("ClassicFlowWithRoleMappings");

    /// <summary>The login is a SAML assertion, with which the basic (classic) flow does not work.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Basic (classic) flow is not supported with SAML, please use enhanced flow.</c></para>
    /// <para>Users of SAML providers get credentials from GetCredentialsForIdentity, the enhanced flow.</para>
    /// </remarks>
    public static ErrorReason ClassicFlowWithSaml { get; } = new("ClassicFlowWithSaml");

    /// <summary>A policy denies the operation explicitly, such as a resource control policy of the organization.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>User: anonymous is not authorized to perform: cognito-identity:&lt;Operation&gt; on resource: *
    /// with an explicit deny in a resource control policy</c>.</para>
    /// <para>GetId, GetCredentialsForIdentity, GetOpenIdToken and UnlinkIdentity are anonymous: a policy that denies everybody outside of
    /// the organization denies them too. Exempt these operations in the policy.</para>
    /// </remarks>
    public static ErrorReason ExplicitDeny { get; } = new("ExplicitDeny");

    /// <summary>A member of the request does not satisfy a constraint of the service.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>1 validation error detected: Value '&lt;value&gt;' at '&lt;member&gt;' failed to satisfy
    /// constraint: …</c>.</para>
    /// <para>The message names the member, with its first letter in lower case, and the constraint. A common case is the id or the name of
    /// a user pool in place of an identity pool id (<c>&lt;region&gt;:&lt;guid&gt;</c>). The default <c>RequestValidation.Full</c> reports
    /// such mistakes before anything is sent.</para>
    /// </remarks>
    public static ErrorReason ConstraintViolated { get; } = new("ConstraintViolated");

    /// <summary>The service could not read the JSON of the request.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Start of list found where not expected</c>.</para>
    /// <para>A member has another JSON type than the service expects, such as a list as the value of a principal tag. The requests of this
    /// library cannot contain one.</para>
    /// </remarks>
    public static ErrorReason MalformedRequest { get; } = new("MalformedRequest");

    /// <summary>The service did not recognize the operation in the HTTP request that reached it.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>The server did not understand the operation that was requested.</c></para>
    /// <para>A proxy or a message handler removed or changed the header <c>X-Amz-Target</c> or <c>Content-Type</c>, the method or the path
    /// of the request. Or <c>CognitoIdentityClientOptions.Endpoint</c> has a path that the service does not have.</para>
    /// </remarks>
    public static ErrorReason UnrecognizedOperation { get; } = new("UnrecognizedOperation");

    /// <summary>The request rate of the AWS account is above the quota of the operation.</summary>
    /// <remarks>
    /// <para>Message of the service: <c>Rate exceeded</c>.</para>
    /// <para>The quota belongs to the AWS account and region, not to this client, and differs by operation. The client has already retried
    /// with growing waits. <c>RetryMode.Adaptive</c> limits the rate of one client.</para>
    /// </remarks>
    public static ErrorReason RateExceeded { get; } = new("RateExceeded");

    /// <summary>The response does not look like one of Amazon Cognito identity pools.</summary>
    /// <remarks>
    /// <para>A response without a request id of the service (<c>x-amzn-requestid</c>) and without a known error code: HTML, a redirect, a
    /// 404 of another server. Or a success without the service's content type whose JSON has no member of the operation's output. Or the
    /// error of an Amazon API Gateway, which has a request id, but plain JSON (<c>application/json</c>) without a code in it.</para>
    /// <para>Another server responded: a proxy, the sign-in page of a network, or a wrong endpoint. The hint names the endpoint, the
    /// status, and where the response redirects to.</para>
    /// </remarks>
    public static ErrorReason NotCognitoIdentity { get; } = new("NotCognitoIdentity");
}
