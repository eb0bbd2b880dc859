using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Takes public logins away from an identity; a user must prove one login that belongs to it.</summary>
internal static class UnlinkIdentity
{
    public static Operation Operation { get; } = new("UnlinkIdentity", IsSigned: false, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var identity = call.AnyIdentity();
        var pool = identity.Pool;
        LinkRules.RequireUsable(identity);
        LinkRules.RequireOneOf(identity, [.. call.VerifyLogins(pool).Select(login => login.Login)]);
        List<string> providers =
            [.. call.Input.Texts("LoginsToRemove").Select(name => LoginVerifier.RequirePublicProvider(pool, name).Name)];

        if (providers.Except(identity.Providers).FirstOrDefault() is { } unlinked)
        {
            throw ServiceError.InvalidParameter($"Identity '{identity.Id}' is not linked to a login of '{unlinked}'.");
        }

        foreach (var login in identity.Logins.Where(login => providers.Contains(login.Provider)).ToList())
        {
            pool.Unlink(identity, login, call.Now);
        }

        return null;
    }
}
