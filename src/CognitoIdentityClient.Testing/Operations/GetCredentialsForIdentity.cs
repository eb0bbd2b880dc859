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
        var logins = call.Input.Map("Logins");
        var customRole = call.Input.OptionalText("CustomRoleArn");
        if (logins.TryGetValue(LoginVerifier.CognitoIdentityProvider, out var token) && logins.Count == 1)
        {
            var tags = DeveloperTokens.Check(call.Tokens, identity, token, call.Now);
            return Answer(call, identity, RoleResolver.Resolve(pool, [], isAuthenticated: true, customRole), tags);
        }
        var verified = call.VerifyLogins(pool);
        Login[] users = [.. verified.Select(login => login.Login)];
        // Checked first and linked last, so that a request without a role links nothing.
        LinkRules.CheckUse(identity, users);
        var role = RoleResolver.Resolve(pool, verified, verified.Count > 0, customRole);
        var used = LinkRules.Use(identity, users, call.Now);
        return Answer(call, used, role, PrincipalTags.From(pool, verified));
    }

    private static JsonObject Answer(OperationCall call, Identity identity, string role, IReadOnlyDictionary<string, string> tags)
    {
        var expiration = DateTimeOffset.FromUnixTimeSeconds(call.Now.ToUnixTimeSeconds()).AddHours(1);
        return new()
        {
            ["IdentityId"] = identity.Id,
            ["Credentials"] = new JsonObject
            {
                ["AccessKeyId"] = call.Identifiers.NewAccessKeyId(),
                ["SecretKey"] = call.Identifiers.NewSecretKey(),
                ["SessionToken"] = new IssuedSession(identity.Id, role, tags, expiration).ToSessionToken(),
                ["Expiration"] = Outputs.WholeSeconds(expiration),
            },
        };
    }
}
