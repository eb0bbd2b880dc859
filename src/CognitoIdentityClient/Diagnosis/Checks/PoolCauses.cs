namespace CognitoIdentity;

/// <summary>Causes in the configuration of an identity pool.</summary>
internal static class PoolCauses
{
    public static Cause GuestsWithoutRole { get; } = Roles(
        "guests-without-role", "The pool lets guests in and has no role for them.",
        "Set the role for \"unauthenticated\" with SetIdentityPoolRoles, or let no guests in.");

    public static Cause UsersWithoutRole { get; } = Roles(
        "users-without-role", "The pool has identity providers and no role for signed-in users.",
        "Set the role for \"authenticated\" with SetIdentityPoolRoles.");

    public static Cause GuestRoleUnused { get; } = Info(
        "guest-role-unused", "The pool has a role for guests and lets no guests in.",
        "Remove the role, or allow guests. An unused role is a risk later.");

    public static Cause SameRole { get; } = Warning(
        "one-role-for-both", "Guests and signed-in users have the same role.",
        "Give guests a role of their own with fewer rights. Or make sure that its trust policy allows both values of amr.");

    public static Cause Unusable { get; } = new(
        "pool-lets-nobody-in", FindingSeverity.Error, "NotAuthorizedException", ErrorReason.NoProvidersConfigured,
        "The pool has no identity provider and lets no guests in.", "Add an identity provider, or let guests in.");

    public static Cause UserPoolName { get; } = Warning(
        "pool-provider-name", "The name of a user pool is not that of its region and partition, so no token matches it.",
        "Use the issuer of the user pool's tokens without https://.",
        ErrorReason.UnsupportedProvider, ErrorReason.InvalidUserPoolProvider);

    public static Cause NoAudience { get; } = Warning(
        "provider-without-audience", "The provider has no app id, so the pool accepts none of its tokens.",
        "Enter the id of the app client that issues the tokens.", ErrorReason.UnsupportedProvider);

    public static Cause SocialName { get; } = Warning(
        "social-provider-unknown", "The social provider's name is not one that the service knows.",
        "Use accounts.google.com, graph.facebook.com, www.amazon.com, appleid.apple.com or api.twitter.com. List other providers by "
        + "their ARN.");

    public static Cause SocialAppId { get; } = Warning(
        "social-app-id", "The app id does not have the form that the provider gives its app ids, so the pool probably accepts no token.",
        "Enter the id that the provider's console shows for the app: amzn1.application.… (the App ID and not the Client ID) with Amazon, "
        + "digits with Facebook, KEY;SECRET with Twitter.",
        ErrorReason.UnsupportedProvider);

    public static Cause ProviderArn { get; } = Warning(
        "iam-provider-arn", "The ARN is not that of an identity provider of this kind in the pool's partition.",
        "Use arn:PARTITION:iam::ACCOUNT:oidc-provider/… or …:saml-provider/….", ErrorReason.ProviderOfAnotherAccount);

    public static Cause AccountsDiffer { get; } = Warning(
        "accounts-differ", "Roles and identity providers are in several accounts, and the pool can use only those of its own.",
        "Use roles and providers of the pool's account.", ErrorReason.RoleForbidden, ErrorReason.ProviderOfAnotherAccount);

    public static Cause SeveralApps { get; } = Info(
        "several-apps", "The pool lists several apps of one provider: their users share identities and roles.",
        "Give each app a role mapping of its own (PROVIDER:CLIENT), or a pool of its own, if they should not.");

    public static Cause ClassicOpen { get; } = Warning(
        "classic-flow-open",
        "The basic (classic) flow is allowed: the caller names the role, and the service does not scope the session down.",
        "Set AllowClassicFlow to false, unless an application needs it.");

    public static Cause ClassicUnset { get; } = Info(
        "classic-flow-unset", "AllowClassicFlow was never set, and the basic (classic) flow behaves as allowed.",
        "Set AllowClassicFlow to false, unless an application needs it.");

    public static Cause ClassicUseless { get; } = Info(
        "classic-flow-useless", "The basic (classic) flow is allowed, and role mappings make it fail.",
        "Set AllowClassicFlow to false, or remove the role mappings.");

    public static Cause GuestsBesideMappings { get; } = Warning(
        "guests-beside-mappings",
        "The pool has role mappings and lets guests in. An application that loses its logins goes on as a guest, and hides the error.",
        "Let no guests in where every user has to sign in.");

    public static Cause MappingProvider { get; } = Warning(
        "mapping-for-unknown-provider", "The role mapping is for a provider that the pool does not list, so it never applies.",
        "Use a provider of the pool as the key.", ErrorReason.InvalidRoleMappingProvider);

    public static Cause MappingClient { get; } = Warning(
        "mapping-for-unknown-client", "The role mapping is for an app client that the pool does not list, so it never applies.",
        "Use PROVIDER:CLIENT_ID with an app client that the pool lists.", ErrorReason.InvalidRoleMappingProvider);

    public static Cause MappingNeverHasRoles { get; } = Warning(
        "token-mapping-without-roles",
        "Only user pools put roles into tokens, so a mapping of type Token is always ambiguous for this provider.",
        "Use rules for this provider.", ErrorReason.RoleMappingDenied);

    public static Cause MappingWithoutRules { get; } = Warning(
        "mapping-without-rules", "The role mapping of type Rules has no rules, so it is always ambiguous.",
        "Add rules, or remove the mapping.", ErrorReason.RoleMappingDenied);

    public static Cause RuleNeverMatches { get; } = Warning(
        "rule-never-matches", "The rule can never match a token that the pool accepts.",
        "Correct the rule's value, or remove the rule.", ErrorReason.RoleMappingDenied);

    public static Cause RuleUnreachable { get; } = Warning(
        "rule-unreachable", "An earlier rule matches whenever this one does, so this one never decides.",
        "Move the rule to the front, or remove it.");

    private static Cause Roles(string code, string summary, string advice) => new(
        code, FindingSeverity.Error, "InvalidIdentityPoolConfigurationException", ErrorReason.RolesNotAssigned, summary, advice);

    private static Cause Warning(string code, string summary, string advice, ErrorReason? reason = null, params ErrorReason[] others) =>
        new(code, FindingSeverity.Warning, null, reason, summary, advice) { OtherReasons = others };

    private static Cause Info(string code, string summary, string advice) => new(code, FindingSeverity.Info, null, null, summary, advice);
}
