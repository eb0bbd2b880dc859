using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoIdentity.Tests.LoginTokens;
using CognitoIdentity.Tests.Support;

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

    // The causes by which a diagnosis tells finer than the reports do.
    private static readonly Dictionary<string, string> FinerCodes = new()
    {
        // The pool's one place for Apple has another app.
        ["apple-services-id"] = "audience-not-configured",
        ["apple-bundle-id"] = "audience-not-configured",
        // The pool lists another user pool, and so another app client.
        ["client-and-pool-wrong"] = "provider-not-configured",
        // These keys are words.
        ["key-literal-name"] = "key-not-a-provider",
        ["key-snapshot"] = "key-not-a-provider",
        ["key-format-unknown"] = "key-not-a-provider",
        ["dev-china-key"] = "developer-key-partition",
        ["dev-name-unknown"] = "developer-provider-unknown",
        ["guests-only-pool"] = "no-providers",
        ["principal-tags-list"] = "principal-tags-not-text",
        ["pool-name-as-id"] = "identity-pool-id-malformed",
    };

    // What these have wrong is in no configuration and in no token.
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
        TimeProvider = new OffsetClock(_case["environment"]?["clock_offset_seconds"]?.GetValue<int>() ?? 0),
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

    private sealed class OffsetClock(int seconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => TestToken.Now.AddSeconds(seconds);
    }
}
