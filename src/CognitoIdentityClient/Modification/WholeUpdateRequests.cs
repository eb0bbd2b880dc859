namespace CognitoIdentity;

/// <summary>
/// Creates the requests that write the whole of a changed value. A collection that was and is empty is left out; one that became empty is
/// sent, so that the service empties it.
/// </summary>
internal static class WholeUpdateRequests
{
    public static UpdateIdentityPoolRequest Pool(IdentityPool before, IdentityPool after)
    {
        RequireSame(nameof(IdentityPool.IdentityPoolId), before.IdentityPoolId, after.IdentityPoolId);
        return new()
        {
            AllowClassicFlow = after.AllowClassicFlow,
            // The member is required. If the service did not report it, the safe value is that guests are not allowed.
            AllowUnauthenticatedIdentities = after.AllowUnauthenticatedIdentities ?? false,
            CognitoIdentityProviders = OrNull(before.CognitoIdentityProviders, after.CognitoIdentityProviders),
            DeveloperProviderName = after.DeveloperProviderName,
            IdentityPoolId = after.IdentityPoolId,
            IdentityPoolName = after.IdentityPoolName,
            IdentityPoolTags = OrNull(before.IdentityPoolTags, after.IdentityPoolTags),
            OpenIdConnectProviderARNs = OrNull(before.OpenIdConnectProviderARNs, after.OpenIdConnectProviderARNs),
            SamlProviderARNs = OrNull(before.SamlProviderARNs, after.SamlProviderARNs),
            SupportedLoginProviders = OrNull(before.SupportedLoginProviders, after.SupportedLoginProviders),
        };
    }

    public static SetIdentityPoolRolesRequest Roles(
        string identityPoolId, GetIdentityPoolRolesResponse before, GetIdentityPoolRolesResponse after)
    {
        RequireSame(nameof(after.IdentityPoolId), before.IdentityPoolId, after.IdentityPoolId);
        return new()
        {
            // The id of the call, because the service may leave it out of the response.
            IdentityPoolId = identityPoolId,
            RoleMappings = OrNull(before.RoleMappings, after.RoleMappings),
            Roles = after.Roles,
        };
    }

    public static SetPrincipalTagAttributeMapRequest Tags(
        string identityPoolId,
        string identityProviderName,
        GetPrincipalTagAttributeMapResponse before,
        GetPrincipalTagAttributeMapResponse after)
    {
        RequireSame(nameof(after.IdentityPoolId), before.IdentityPoolId, after.IdentityPoolId);
        RequireSame(nameof(after.IdentityProviderName), before.IdentityProviderName, after.IdentityProviderName);
        return new()
        {
            IdentityPoolId = identityPoolId,
            IdentityProviderName = identityProviderName,
            PrincipalTags = OrNull(before.PrincipalTags, after.PrincipalTags),
            UseDefaults = after.UseDefaults,
        };
    }

    private static IReadOnlyList<T>? OrNull<T>(IReadOnlyList<T> before, IReadOnlyList<T> after) =>
        before.Count == 0 && after.Count == 0 ? null : after;

    private static IReadOnlyDictionary<TKey, TValue>? OrNull<TKey, TValue>(
        IReadOnlyDictionary<TKey, TValue> before, IReadOnlyDictionary<TKey, TValue> after) =>
        before.Count == 0 && after.Count == 0 ? null : after;

    private static void RequireSame(string member, string? before, string? after)
    {
        if (before != after)
        {
            throw new ArgumentException($"{member} identifies what is changed, so the change must leave it as it is.");
        }
    }
}
