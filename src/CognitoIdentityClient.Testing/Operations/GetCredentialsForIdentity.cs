using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>The enhanced flow: temporary credentials for an identity, with the role that the pool's rules choose.</summary>
internal static class GetCredentialsForIdentity
{
    public static Operation Operation { get; } = new("GetCredentialsForIdentity", IsSigned: false, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var identity = call.AnyIdentity();
        var pool = identity.Pool;
        var customRole = call.Input.OptionalText("CustomRoleArn");
        if (call.Logins is [var login] && login.Provider == Partition.LoginKey(pool.Region))
        {
            var tags = DeveloperTokens.Check(identity, login, call.Now);
            return Respond(call, identity, RoleResolver.Resolve(pool, [], isAuthenticated: true, customRole), tags);
        }

        var verified = call.VerifyLogins(pool);
        Login[] users = [.. verified.Select(login => login.Login)];
        // Checked first and linked last, so that a request without a role links nothing.
        LinkRules.CheckUse(identity, users);
        var role = RoleResolver.Resolve(pool, verified, verified.Count > 0, customRole);
        var used = LinkRules.Use(identity, users, call.Now);
        return Respond(call, used, role, PrincipalTags.From(pool, verified));
    }

    private static JsonObject Respond(OperationCall call, Identity identity, string role, IReadOnlyDictionary<string, string> tags)
    {
        var expiration = DateTimeOffset.FromUnixTimeSeconds(call.Now.ToUnixTimeSeconds()).AddHours(1);
        var credentials = call.Credentials.Issue(
            new() { IdentityId = identity.Id, RoleArn = role, PrincipalTags = tags, Expiration = expiration });
        return new()
        {
            ["IdentityId"] = identity.Id,
            ["Credentials"] = new JsonObject
            {
                ["AccessKeyId"] = credentials.AccessKeyId,
                ["SecretKey"] = credentials.SecretKey,
                ["SessionToken"] = credentials.SessionToken,
                ["Expiration"] = Outputs.WholeSeconds(expiration),
            },
        };
    }
}
