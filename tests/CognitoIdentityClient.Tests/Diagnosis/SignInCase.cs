using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>A sign-in that failed in the field, with its cause, from sign-in-cases.json.</summary>
internal sealed class SignInCase
{
    private const string PoolUuid = "11111111-2222-3333-4444-555555555555";

    private readonly JsonObject _case;

    private SignInCase(JsonObject @case) => _case = @case;

    public static IReadOnlyDictionary<string, SignInCase> All { get; } =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Diagnosis", "sign-in-cases.json")))!
            .AsArray().ToDictionary(node => node!["id"]!.GetValue<string>(), node => new SignInCase(node!.AsObject()));

    // The cases whose cause a diagnosis names more precisely than the report does, each with the reason.
    private static readonly Dictionary<string, string> FinerCodes = new()
    {
        // The report's cause, audience-apple, is the audience. The advice for Apple is another one: the pool has room for one app.
        ["apple-services-id"] = "audience-not-configured",
        ["apple-bundle-id"] = "audience-not-configured",

        // Both are true: user pool and app client are not listed. An app client belongs to its user pool and is listed together with
        // it, so a finding about aud would only repeat the one about the user pool, whose advice names the app's id, too.
        ["client-and-pool-wrong"] = "provider-not-configured",

        // The report calls the keys malformed. They are words, and no typing error of a provider's name, so there is nothing to correct
        // in them: the name has to be found first.
        ["key-literal-name"] = "key-not-a-provider",
        ["key-snapshot"] = "key-not-a-provider",
        ["key-format-unknown"] = "key-not-a-provider",

        // The report names the partition, partition-china. What is wrong with it is the key of the developer token.
        ["dev-china-key"] = "developer-key-partition",

        // Both are true: the key is wrong. But developer-wrong-key is about a developer provider's name in the wrong operation, and its
        // advice is to call GetOpenIdTokenForDeveloperIdentity, which this request does.
        ["dev-name-unknown"] = "developer-provider-unknown",

        // Both are true: the provider is not listed. The pool lists none at all, which more often means that the id is of another pool.
        ["guests-only-pool"] = "no-providers",

        // The report's cause is the principal tags. Their JSON type is wrong, and not their length.
        ["principal-tags-list"] = "principal-tags-not-text",

        // The report's cause, wrong-identity-pool, needs the id of a pool. This id is a name, and names no pool at all.
        ["pool-name-as-id"] = "identity-pool-id-malformed",
    };

    // The mistakes of these cases are in no configuration and in no token.
    private static readonly string[] ShownByTheErrorAlone =
        ["expired-saml", "principal-tags-list", "dev-link-without-login", "no-logins-on-refresh", "expired-clock-tv", "login-removed"];

    /// <summary>The code by which a diagnosis names the cause.</summary>
    public string Code => FinerCodes.GetValueOrDefault(Text("id")!, Cause);

    public string Cause => Text("cause")!;

    /// <summary>The remedy that the report names.</summary>
    public string Fix => Text("fix")!;

    /// <summary>Whether only the error shows the cause.</summary>
    public bool NeedsError => ShownByTheErrorAlone.Contains(Text("id"));

    /// <summary>Whether the sign-in went the basic (classic) way.</summary>
    public bool IsClassic => Text("flow") == "classic";

    /// <summary>The trust policies of the roles, by ARN; null where the report has none.</summary>
    public IReadOnlyDictionary<string, string>? TrustPolicies
    {
        get
        {
            if (_case["environment"]?["trust_policy"]?.DeepClone() is not JsonObject statement)
            {
                return null;
            }

            statement["Effect"] = "Allow";
            var policy = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) }.ToJsonString();
            return Options.Roles!.Roles.Values.Distinct().ToDictionary(role => role, _ => policy);
        }
    }

    public bool IsDecidable => !Text("decidable")!.StartsWith("only", StringComparison.Ordinal);

    public string PoolId
    {
        get
        {
            // Some messages name the pool.
            var message = Text("error", "message") ?? "";
            var quoted = message.Split('\'');
            var namesPool = message.Contains("identityPoolId", StringComparison.Ordinal)
                || message.StartsWith("IdentityPool '", StringComparison.Ordinal);
            return namesPool
                ? quoted[1]
                : $"{Text("environment", "region") ?? "us-east-1"}:{PoolUuid}";
        }
    }

    public Dictionary<string, string> Logins => _case["logins"]!.AsArray().ToDictionary(
        login => login!["provider"]!.GetValue<string>(),
        login => login!["opaque"]?.GetValue<string>() ?? Token(login!["claims"]!.AsObject()));

    /// <summary>The logins with the claims that every ID token has, and that the reports leave out.</summary>
    public Dictionary<string, string> CompleteLogins => _case["logins"]!.AsArray().ToDictionary(
        login => login!["provider"]!.GetValue<string>(),
        login => login!["opaque"]?.GetValue<string>() ?? Token(Complete(login!["claims"]!.AsObject())));

    public SignInDiagnosisOptions Options => new()
    {
        Operation = Text("operation"),
        ErrorCode = Text("error", "code"),
        ErrorMessage = Text("error", "message"),
        ClientRegion = Text("environment", "region"),
        IdentityPool = Pool(),
        Roles = _case["roles"] is JsonObject roles ? roles.Deserialize(WireJson.Context.GetIdentityPoolRolesResponse) : null,
        TimeProvider = new MachineClock(
            TestToken.Now.AddSeconds(_case["environment"]?["clock_offset_seconds"]?.GetValue<int>() ?? 0)),
    };

    public SignInDiagnosis Diagnose() => SignInDiagnosis.Create(PoolId, Logins, Options);

    private IdentityPool Pool()
    {
        var pool = _case["pool"]!.DeepClone().AsObject();
        pool["IdentityPoolId"] = PoolId;
        pool["IdentityPoolName"] = "Pool";
        return pool.Deserialize(WireJson.Context.IdentityPool)!;
    }

    private static JsonObject Complete(JsonObject claims)
    {
        var all = claims.DeepClone().AsObject();
        all.TryAdd("sub", "user-1");
        all.TryAdd("exp_in_seconds", 3600);
        return all;
    }

    private static string Token(JsonObject claims)
    {
        var all = claims.DeepClone().AsObject();
        if (all.Remove("exp_in_seconds", out var seconds))
        {
            all["exp"] = TestToken.Now.ToUnixTimeSeconds() + seconds!.GetValue<int>();
        }

        return Jwt.Unsigned(all.ToJsonString());
    }

    private string? Text(params string[] path) => path.Aggregate<string, JsonNode?>(_case, (node, name) => node?[name])?.GetValue<string>();
}
