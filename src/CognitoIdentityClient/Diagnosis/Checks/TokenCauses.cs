namespace CognitoIdentity;

/// <summary>Causes in the tokens of the logins.</summary>
internal static class TokenCauses
{
    private const string NotAuthorized = "NotAuthorizedException";

    public static Cause Malformed { get; } = new(
        "token-malformed", FindingSeverity.Error, NotAuthorized, ErrorReason.MalformedToken,
        "The token is not a JSON Web Token, as the provider's ID token is.",
        "Pass the provider's ID token, whole and unchanged.")
    {
        OtherReasons = [ErrorReason.InvalidLoginToken],
    };

    public static Cause AccessToken { get; } = new(
        "access-token", FindingSeverity.Error, NotAuthorized, ErrorReason.MissingAudience,
        "The token is an access token, and an ID token is needed.",
        "Pass the ID token of the same sign-in.")
    {
        OtherReasons =
            [ErrorReason.WrongTokenUse, ErrorReason.UnsupportedProvider, ErrorReason.MalformedToken, ErrorReason.IncorrectAudience],
    };

    public static Cause ToSecurityTokenService { get; } = new(
        "sts-needs-pool-token", FindingSeverity.Error, "InvalidIdentityToken", null,
        "The token is not from an identity pool, and STS got it directly.",
        "Exchange it through GetId and GetCredentialsForIdentity; or register its provider in IAM with the audience that the token has.");

    public static Cause FacebookLimitedLogin { get; } = new(
        "facebook-limited-login", FindingSeverity.Error, NotAuthorized, null,
        "The token is the JSON Web Token of Facebook's Limited Login, and graph.facebook.com takes only classic access tokens.",
        "Use the sign-in with tracking enabled, or register www.facebook.com as an OpenID Connect provider in IAM, or sign in "
        + "through a user pool.")
    {
        OtherReasons = [ErrorReason.MalformedToken, ErrorReason.IssuerMismatch, ErrorReason.UnsupportedProvider],
    };

    public static Cause IssuerMissing { get; } = new(
        "issuer-missing", FindingSeverity.Error, NotAuthorized, ErrorReason.InvalidLoginToken,
        "The token has no issuer (the claim iss).",
        "Pass the provider's ID token: every ID token has an issuer.");

    public static Cause IssuerNotHttps { get; } = new(
        "issuer-not-https", FindingSeverity.Error, NotAuthorized, ErrorReason.IssuerMismatch,
        "The token's issuer is not an https address, as that of every identity provider is.",
        "Let the provider name itself by its public https address. Behind a proxy, Keycloak and others need its address in their settings. "
        + "A token that the application signs itself is no login: use developer-authenticated identities for that.")
    {
        OtherReasons = [ErrorReason.UnsupportedProvider, ErrorReason.LoginsMismatch, ErrorReason.InvalidLoginToken],
    };

    public static Cause AudienceMissing { get; } = new(
        "audience-missing", FindingSeverity.Error, NotAuthorized, ErrorReason.MissingAudience,
        "The token has no audience (the claim aud).",
        "Pass the ID token: access tokens have no audience.");

    public static Cause ClaimsMissing { get; } = new(
        "claims-missing", FindingSeverity.Error, NotAuthorized, ErrorReason.InvalidLoginToken,
        "The token lacks claims that every ID token has.",
        "Pass the provider's ID token, unchanged.");

    public static Cause Expired { get; } = new(
        "token-expired", FindingSeverity.Error, NotAuthorized, ErrorReason.TokenExpired,
        "The token has expired.",
        "Refresh the token with its provider before the call, with a minute to spare. A token without a refresh needs a new sign-in.");

    public static Cause Clock { get; } = new(
        "clock", FindingSeverity.Warning, null, ErrorReason.TokenExpired,
        "The local clock and the service's differ, so the application may take an expired token for valid.",
        "Correct the clock of the machine, or judge the expiry of tokens by the Date header of the service's responses.");

    public static Cause NotYetValid { get; } = new(
        "token-from-the-future", FindingSeverity.Warning, null, null,
        "The token was issued in the future, by the local clock.",
        "Correct the clock of the machine that runs the application or that issues the tokens.");

    public static Cause AudienceNotConfigured { get; } = new(
        "audience-not-configured", FindingSeverity.Error, NotAuthorized, ErrorReason.UnsupportedProvider,
        "The token is for an app that the identity pool does not list.",
        "List every app client that issues tokens, or sign in with the app that is listed.")
    {
        OtherReasons = [ErrorReason.IncorrectAudience, ErrorReason.LoginsMismatch],
    };

    public static Cause DeveloperTokenToGetId { get; } = new(
        "developer-token-to-getid", FindingSeverity.Error, NotAuthorized, ErrorReason.WrongTokenUse,
        "The token is from an identity pool, and GetId takes only tokens of identity providers.",
        "Skip GetId: call GetCredentialsForIdentity with the identity id that came with the token.");

    public static Cause DeveloperWrongKey { get; } = new(
        "developer-wrong-key", FindingSeverity.Error, NotAuthorized, ErrorReason.WrongTokenUse,
        "The login of a developer user has the wrong key.",
        "Call GetOpenIdTokenForDeveloperIdentity on a server, with the developer provider's name as the key. Then pass the token "
        + "that it returns to GetCredentialsForIdentity, under the service's own name.")
    {
        OtherReasons =
            [ErrorReason.UnsupportedProvider, ErrorReason.IssuerMismatch, ErrorReason.MalformedToken, ErrorReason.LoginsMismatch],
    };

    public static Cause DeveloperKeyPartition { get; } = new(
        "developer-key-partition", FindingSeverity.Error, NotAuthorized, ErrorReason.IssuerMismatch,
        "The key of the developer token is the service's name in another AWS partition.",
        "Use the service's name in the pool's partition as the key.")
    {
        OtherReasons = [ErrorReason.WrongTokenUse],
    };

    public static Cause NotDeveloperToken { get; } = new(
        "not-a-developer-token", FindingSeverity.Error, NotAuthorized, ErrorReason.WrongTokenUse,
        "The key is that of developer tokens, and the token is not from an identity pool.",
        "Pass the token of GetOpenIdTokenForDeveloperIdentity here, and tokens of other providers under the providers' names.")
    {
        OtherReasons = [ErrorReason.IssuerMismatch],
    };

    public static Cause DeveloperTokenOfOtherIdentity { get; } = new(
        "developer-token-mismatch", FindingSeverity.Error, NotAuthorized, ErrorReason.LoginsMismatch,
        "The developer token is for another identity or another identity pool.",
        "Use the identity id and the token of the same response of GetOpenIdTokenForDeveloperIdentity.")
    {
        OtherReasons = [ErrorReason.WrongTokenUse, ErrorReason.UnsupportedProvider],
    };

    public static Cause DeveloperNameUnknown { get; } = new(
        "developer-provider-unknown", FindingSeverity.Error, "InvalidParameterException", ErrorReason.UnsupportedDeveloperProvider,
        "The logins have no entry under the identity pool's developer provider.",
        "Use the pool's DeveloperProviderName as the key and the user's id as the value.");

    public static Cause LinkNeedsLogin { get; } = new(
        "link-needs-login", FindingSeverity.Error, NotAuthorized, ErrorReason.LoginsMismatch,
        "The identity belongs to a user of another provider, and the request has no login of that user.",
        "Pass, in the same call, a login that the identity already has; or leave out IdentityId to get the developer user's own identity.");
}
