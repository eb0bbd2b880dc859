namespace CognitoIdentity.Testing;

/// <summary>The kinds of identities, as keys of a pool's roles and as the first authentication method in a token.</summary>
internal static class RoleKinds
{
    public const string Authenticated = "authenticated";

    public const string Unauthenticated = "unauthenticated";
}
