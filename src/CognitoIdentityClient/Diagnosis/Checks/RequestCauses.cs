namespace CognitoIdentity;

/// <summary>Causes in the request itself: the pool's id, the region, the identity, the keys of Logins.</summary>
internal static class RequestCauses
{
    private const string NotAuthorized = "NotAuthorizedException";

    public static Cause PoolIdMalformed { get; } = new(
        "identity-pool-id-malformed", FindingSeverity.Error, "ValidationException", ErrorReason.ConstraintViolated,
        "The identity pool's id is not an id.",
        "Use the id, REGION:UUID, from the console or ListIdentityPools: not the pool's name, its ARN, or the id of a user pool.");

    public static Cause MemberInvalid { get; } = new(
        "request-member-invalid", FindingSeverity.Error, "ValidationException", ErrorReason.ConstraintViolated,
        "A member of the request does not have the form that the service expects.",
        "Correct the member. Often the value was missing and became an empty text, \"undefined\" or \"null\".");

    public static Cause WrongRegion { get; } = new(
        "wrong-region", FindingSeverity.Error, "ResourceNotFoundException", ErrorReason.IdentityPoolNotFound,
        "The client calls another region than the one that the identity pool is in.",
        "Make the client for the region that the pool's id begins with.");

    public static Cause PoolNotFound { get; } = new(
        "identity-pool-not-found", FindingSeverity.Error, "ResourceNotFoundException", ErrorReason.IdentityPoolNotFound,
        "There is no identity pool with this id in this region.",
        "Check the id, the stage of the deployment that it is from, and whether the pool was deleted.");

    public static Cause IdentityOfOtherRegion { get; } = new(
        "identity-of-other-pool", FindingSeverity.Error, "ResourceNotFoundException", ErrorReason.IdentityNotFound,
        "The identity's id is from another region than the pool's, so it belongs to another pool.",
        "Forget the stored identity id and call GetId of this pool.");

    public static Cause GuestsNotAllowed { get; } = new(
        "guests-not-allowed", FindingSeverity.Error, NotAuthorized, ErrorReason.UnauthenticatedDisabled,
        "There are no logins, and the identity pool lets no guests in.",
        "Ask for credentials after the sign-in, with Logins; or set AllowUnauthenticatedIdentities, if the pool is meant to let guests in.")
    {
        OtherReasons = [ErrorReason.IdentityForbidden, ErrorReason.LoginsMismatch],
    };

    public static Cause IdentityNeedsLogins { get; } = new(
        "identity-needs-logins", FindingSeverity.Error, NotAuthorized, ErrorReason.IdentityForbidden,
        "The identity belongs to a signed-in user, and the request has no logins.",
        "Pass a fresh login with every request for this identity, also when credentials are refreshed.");

    public static Cause KeyIsToken { get; } = new(
        "key-is-token", FindingSeverity.Error, NotAuthorized, ErrorReason.IssuerMismatch,
        "The key of the login looks like a token.",
        "Logins maps the provider's name to the token: the name is the key, the token the value.");

    public static Cause KeyHasScheme { get; } = Key(
        "key-https",
        "The key of the login has https:// in front.",
        "Leave out https:// and a slash at the end. Logins.FromJwt makes the key from the token.");

    public static Cause KeyIsArn { get; } = Key(
        "key-arn",
        "The key of the login is the ARN of an OpenID Connect provider, and not its name.",
        "Use what follows oidc-provider/ in the ARN. Only SAML providers are keyed by their ARN.");

    public static Cause KeyHasPoolId { get; } = Key(
        "key-wrong-pool-id",
        "The key of the login ends in the id of an identity pool, or of something else, in place of the user pool's id.",
        "Use the user pool's id: REGION_LETTERS.");

    public static Cause KeyHasWrongRegion { get; } = Key(
        "key-wrong-region",
        "The region in the key of the login is not the user pool's.", "Use the region that the user pool's id begins with.");

    public static Cause KeyHasWrongPartition { get; } = Key(
        "key-wrong-partition",
        "The key of the login has the domain of another AWS partition.",
        "Use the domain of the region's partition, as in cognito-idp.cn-north-1.amazonaws.com.cn.");

    public static Cause KeyMalformed { get; } = Key(
        "key-malformed",
        "The key of the login is almost a provider's name, but not quite.",
        "Make the key from the token's issuer, as Logins.FromJwt does: without https:// and without a slash at the end.");

    public static Cause KeyNotProvider { get; } = Key(
        "key-not-a-provider",
        "The key of the login is not the name of an identity provider.",
        "Use the provider's name as the key: the token's issuer without https://, or the fixed name of a social provider.");

    public static Cause KeyOfOtherProvider { get; } = Key(
        "key-of-other-provider",
        "The key of the login names one provider, and another one issued the token.",
        "Use the name of the provider that issued the token. A user who signed in to a user pool through Google has the user pool's "
        + "token.");

    public static Cause ProviderNotConfigured { get; } = new(
        "provider-not-configured", FindingSeverity.Error, NotAuthorized, ErrorReason.UnsupportedProvider,
        "The identity pool does not list the provider.",
        "Add the provider to the identity pool, with the app's id, or use the pool that lists it. A user pool that was recreated "
        + "has a new id.")
    {
        OtherReasons = [ErrorReason.LoginsMismatch, ErrorReason.IssuerMismatch, ErrorReason.NoProvidersConfigured],
    };

    public static Cause NoProviders { get; } = new(
        "no-providers", FindingSeverity.Error, NotAuthorized, ErrorReason.NoProvidersConfigured,
        "The identity pool has no identity provider at all.",
        "Add the provider to the identity pool with UpdateIdentityPool, and check that the id is of the pool that was meant.")
    {
        OtherReasons = [ErrorReason.LoginsMismatch, ErrorReason.UnsupportedProvider, ErrorReason.IssuerMismatch],
    };

    private static Cause Key(string code, string summary, string advice) => new(
        code, FindingSeverity.Error, NotAuthorized, ErrorReason.IssuerMismatch, summary, advice)
    {
        OtherReasons = [ErrorReason.MalformedToken, ErrorReason.UnsupportedProvider, ErrorReason.LoginsMismatch],
    };
}
