using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>The basic (classic) flow: an OpenID token, valid for ten minutes, that STS exchanges for credentials of a role.</summary>
internal static class GetOpenIdToken
{
    public static Operation Operation { get; } = new("GetOpenIdToken", IsSigned: false, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var identity = call.AnyIdentity();
        var pool = identity.Pool;
        // A pool that never set it allows it.
        if (pool.Settings.AllowClassicFlow == false)
        {
            throw ServiceError.InvalidParameter("Basic (classic) flow is not enabled, please use enhanced flow.");
        }

        if (pool.RoleMappings.Count > 0)
        {
            throw ServiceError.InvalidParameter("Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.");
        }

        var verified = call.VerifyLogins(pool);
        if (verified.Any(login => PoolProviders.Find(pool.Settings, login.Provider) is { Kind: ProviderKind.Saml }))
        {
            throw ServiceError.InvalidParameter("Basic (classic) flow is not supported with SAML, please use enhanced flow.");
        }

        Login[] logins = [.. verified.Select(login => login.Login)];
        var used = LinkRules.Use(identity, logins, call.Now);
        call.TokenClaims = OpenIdTokenIssuer.Claims(used, logins, PrincipalTags.From(pool, verified), call.Now, TimeSpan.FromMinutes(10));
        return new JsonObject { ["IdentityId"] = used.Id };
    }
}
