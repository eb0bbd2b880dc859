using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>An OpenID token for a user authenticated by the developer's own backend.</summary>
internal static class GetOpenIdTokenForDeveloperIdentity
{
    public static Operation Operation { get; } = new("GetOpenIdTokenForDeveloperIdentity", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var developerUser = DeveloperLogin(pool, call.Logins);
        var verified = call.LoginVerifier.VerifyAll(pool, call.Logins.Where(login => !pool.IsDeveloperProvider(login.Provider)), call.Now);
        // A public provider may have the developer provider's name.
        Login[] logins = [.. verified.Select(login => login.Login).Prepend(developerUser).Distinct()];

        var identity = call.Input.OptionalText("IdentityId") is { } identityId
            ? Link(call, OperationCall.GetIdentity(pool, identityId), developerUser, logins)
            : LinkRules.FindOrCreate(call, pool, logins);
        var lifetime = TimeSpan.FromSeconds(call.Input.OptionalNumber("TokenDuration") ?? DefaultDuration);
        call.TokenClaims = OpenIdTokenIssuer.Claims(identity, logins, call.Input.Map("PrincipalTags"), call.Now, lifetime);
        return new JsonObject { ["IdentityId"] = identity.Id };
    }

    private const int DefaultDuration = 15 * 60;

    private static Login DeveloperLogin(PoolState pool, IReadOnlyList<LoginToken> logins)
    {
        // "You can only specify one developer provider as part of the Logins map, which is linked to the identity pool."
        if (logins.FirstOrDefault(login => pool.IsDeveloperProvider(login.Provider)) is { } login)
        {
            return new(login.Provider, login.Text);
        }

        // https://github.com/danilop/LambdAuth/issues/32
        throw ServiceError.InvalidParameter("This identity pool does not support the specified developer provider");
    }

    private static Identity Link(OperationCall call, Identity identity, Login developerUser, Login[] logins)
    {
        LinkRules.RequireUsable(identity);
        if (identity.Pool.GetOwner(developerUser) is { } owner && owner != identity)
        {
            throw new ServiceError(
                "DeveloperUserAlreadyRegisteredException",
                "The developer user identifier is already registered with another identity.");
        }

        if (!identity.IsGuest)
        {
            LinkRules.RequireOneOf(identity, logins);
        }

        LinkRules.LinkAll(identity, logins, call.Now);
        return identity;
    }
}
