using System.Text.Json.Nodes;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>Makes pools, roles, mappings and logins by chance, most of them nearly right.</summary>
internal sealed class RandomSignIns(int seed, string region, string partition, string dnsSuffix, JwtKey? key)
{
    public const string AccountId = "123456789012";
    private const string Saml = "saml-provider/Example";

    private static readonly string[] Emails = ["a@example.com", "b@elsewhere.example", "admin@example.com"];
    private static readonly string[] Claims = ["email", "tier", "cognito:groups", "sub", "aud", "missing"];
    private static readonly string[] Values = ["@example.com", "gold", "admins", "user", "a@example.com", "[\"admins\"]", "app1"];
    private static readonly string[] MatchTypes = ["Equals", "Contains", "StartsWith", "NotEqual"];
    private static readonly string[] Social = ["accounts.google.com", "appleid.apple.com", "graph.facebook.com", "www.amazon.com"];

    private readonly Random _random = new(seed);

    private string UserPool(int number) => $"cognito-idp.{region}.{dnsSuffix}/{region}_Pool{number}";

    private string Arn(string resource) => $"arn:{partition}:iam::{AccountId}:{resource}";

    public CreateIdentityPoolRequest Pool() => new()
    {
        IdentityPoolName = "Pool",
        AllowUnauthenticatedIdentities = Chance(50),
        AllowClassicFlow = Pick<bool?>(null, true, false),
        DeveloperProviderName = Chance(50) ? "login.example" : null,
        CognitoIdentityProviders = Chance(75)
            ?
            [
                .. Enumerable.Range(0, _random.Next(1, 4))
                    .Select(n => new CognitoIdentityProvider { ProviderName = UserPool(n % 2), ClientId = $"app{n}" }),
            ]
            : null,
        OpenIdConnectProviderARNs = Chance(50) ? [Arn("oidc-provider/one.example"), Arn("oidc-provider/two.example/tenant/")] : null,
        SamlProviderARNs = Chance(30) ? [Arn(Saml)] : null,
        SupportedLoginProviders = Chance(50) ? Social.Where(_ => Chance(60)).ToDictionary(name => name, _ => "app1") : null,
    };

    public SetIdentityPoolRolesRequest Roles(IdentityPool pool)
    {
        var roles = new Dictionary<RoleType, string>();
        foreach (var type in new[] { RoleType.Authenticated, RoleType.Unauthenticated })
        {
            if (Chance(80))
            {
                roles[type] = Role();
            }
        }

        string[] keys =
        [
            .. pool.CognitoIdentityProviders.Select(provider => $"{provider.ProviderName}:{provider.ClientId}"),
            .. pool.CognitoIdentityProviders.Select(provider => provider.ProviderName!),
            .. pool.SupportedLoginProviders.Keys,
            .. pool.OpenIdConnectProviderARNs.Count > 0 ? ["one.example", "two.example/tenant"] : Array.Empty<string>(),
        ];
        return new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            Roles = roles,
            RoleMappings = Chance(30) ? null : keys.Distinct().Where(_ => Chance(50)).Take(10).ToDictionary(name => name, _ => Mapping()),
        };
    }

    /// <summary>The logins of one user. No other user has any of them.</summary>
    public Dictionary<string, string> Logins(IdentityPool pool, int user)
    {
        var logins = new Dictionary<string, string>();
        for (var count = Pick(0, 1, 1, 1, 1, 1, 2); logins.Count < count;)
        {
            var provider = Provider(pool);
            var name = Chance(92) || provider == ServiceKey ? provider : Misspelled(provider);
            if (!logins.Keys.Any(other => other.TrimEnd('/') == name.TrimEnd('/')))
            {
                logins[name] = Text(pool, provider, user);
            }
        }

        return logins;
    }

    public string? CustomRole() => Chance(10) ? Role() : null;

    private RoleMapping Mapping() => Chance(50)
        ? new() { Type = RoleMappingType.Token, AmbiguousRoleResolution = Resolution() }
        : new()
        {
            Type = RoleMappingType.Rules,
            AmbiguousRoleResolution = Resolution(),
            RulesConfiguration = new()
            {
                Rules =
                [
                    .. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => new MappingRule
                    {
                        Claim = Pick(Claims),
                        MatchType = Pick(MatchTypes),
                        Value = Pick(Values),
                        RoleARN = Role(),
                    }),
                ],
            },
        };

    private AmbiguousRoleResolutionType Resolution() =>
        Pick(AmbiguousRoleResolutionType.Deny, AmbiguousRoleResolutionType.AuthenticatedRole);

    private string Role() => _random.Next(40) switch
    {
        0 => "arn:aws:iam::210987654321:role/OfAnotherAccount",
        1 => "arn:aws-iso:iam::123456789012:role/OfAnotherPartition",
        2 => "a role whose name alone was given",
        3 => Arn("user/NotARole"),
        var number => Arn($"role/Role{number % 5}"),
    };

    private string Provider(IdentityPool pool)
    {
        string[] listed =
        [
            .. pool.CognitoIdentityProviders.Select(provider => provider.ProviderName!),
            .. pool.SupportedLoginProviders.Keys,
            .. pool.SamlProviderARNs,
            .. pool.OpenIdConnectProviderARNs.Count > 0 ? ["one.example", "two.example/tenant"] : Array.Empty<string>(),
        ];
        return listed.Length > 0 && Chance(85)
            ? Pick(listed)
            : Pick([.. Social, UserPool(7), "unknown.example", "Facebook", "login.example", ServiceKey]);
    }

    private string ServiceKey => region switch
    {
        "us-gov-west-1" => "cognito-identity-us-gov.amazonaws.com",
        _ => dnsSuffix == "amazonaws.com" ? "cognito-identity.amazonaws.com" : $"cognito-identity.{region}.{dnsSuffix}",
    };

    private string Misspelled(string provider) =>
        Pick($"https://{provider}", $"{provider}/", provider.ToUpperInvariant(), provider.Replace('.', ':'));

    private string Text(IdentityPool pool, string provider, int user)
    {
        var isOpaque = provider is "graph.facebook.com" or "www.amazon.com" or "Facebook" or "login.example"
            || provider.StartsWith("arn:", StringComparison.Ordinal);
        // Without keys, the emulator takes any text for a token of its providers.
        if (isOpaque || (Chance(5) && key is not null))
        {
            return $"opaque-{user}";
        }

        var claims = new JsonObject { ["email"] = Pick(Emails) };
        var slash = provider.StartsWith("two.", StringComparison.Ordinal) ? "/" : "";
        AddUnless(3, claims, "iss", Chance(90) ? $"https://{provider}{slash}" : "https://other.example");
        AddUnless(3, claims, "sub", $"user-{user}");
        AddUnless(3, claims, "exp", DateTimeOffset.UtcNow.AddHours(Chance(92) ? 1 : -1).ToUnixTimeSeconds());
        AddUnless(5, claims, "aud", Audience(pool, provider));
        AddUnless(50, claims, "tier", Pick("gold", "silver"));
        AddUnless(50, claims, "cognito:groups", new JsonArray("admins", "users"));
        AddUnless(60, claims, "cognito:roles", Pick<JsonNode>(new JsonArray(Role()), new JsonArray(Role(), Role()), new JsonArray()));
        AddUnless(80, claims, "cognito:preferred_role", Role());
        AddUnless(90, claims, "token_use", "access");
        return key is null ? Jwt.Unsigned(claims.ToJsonString()) : key.Sign(claims.ToJsonString());
    }

    private JsonNode Audience(IdentityPool pool, string provider)
    {
        var client = pool.CognitoIdentityProviders.Where(known => known.ProviderName == provider).Select(known => known.ClientId).ToArray();
        var right = client.Length > 0 ? Pick(client)! : "app1";
        return Pick<JsonNode>(right, right, right, right, new JsonArray("x", right), "other-app");
    }

    private void AddUnless(int percent, JsonObject claims, string name, JsonNode value)
    {
        if (!Chance(percent))
        {
            claims[name] = value;
        }
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
