using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Structures that several operations return, in the spelling of the API reference.</summary>
internal static class Outputs
{
    /// <summary>
    /// Formats a pool as CreateIdentityPool, DescribeIdentityPool and UpdateIdentityPool return it: what is not set is left out.
    /// </summary>
    public static JsonObject Pool(PoolState pool)
    {
        var settings = pool.Settings;
        var output = new JsonObject
        {
            ["IdentityPoolId"] = pool.Id,
            ["IdentityPoolName"] = settings.Name,
            ["AllowUnauthenticatedIdentities"] = settings.AllowUnauthenticatedIdentities,
        };
        if (settings.AllowClassicFlow is { } allowClassicFlow)
        {
            output["AllowClassicFlow"] = allowClassicFlow;
        }

        if (settings.DeveloperProviderName is { } developerProvider)
        {
            output["DeveloperProviderName"] = developerProvider;
        }

        if (settings.SupportedLoginProviders is { } providers)
        {
            output["SupportedLoginProviders"] = Map(providers);
        }

        if (settings.UserPools is { } userPools)
        {
            output["CognitoIdentityProviders"] = new JsonArray([.. userPools.Select(UserPool)]);
        }

        if (settings.OpenIdConnectProviderArns is { } openIdConnect)
        {
            output["OpenIdConnectProviderARNs"] = List(openIdConnect);
        }

        if (settings.SamlProviderArns is { } saml)
        {
            output["SamlProviderARNs"] = List(saml);
        }

        // There without a tag too, in captures of the service.
        output["IdentityPoolTags"] = Map(pool.Tags);
        return output;
    }

    /// <summary>
    /// Formats an identity as an IdentityDescription. A guest's Logins are null, as in the API reference's sample of ListIdentities.
    /// </summary>
    public static JsonObject Identity(Identity identity) => new()
    {
        ["IdentityId"] = identity.Id,
        ["Logins"] = identity.IsGuest ? null : List(identity.Providers),
        ["CreationDate"] = Time(identity.CreationDate),
        ["LastModifiedDate"] = Time(identity.LastModifiedDate),
    };

    /// <summary>Formats a time as epoch seconds with milliseconds, a number with three digits after the point.</summary>
    private static JsonValue Time(DateTimeOffset time) => JsonValue.Create(time.ToUnixTimeMilliseconds() * 0.001m);

    /// <summary>Formats a time as whole epoch seconds written with ".0", as the Expiration of credentials is.</summary>
    public static JsonNode WholeSeconds(DateTimeOffset time) => JsonValue.Create(time.ToUnixTimeSeconds() * 1.0m);

    public static JsonObject Map(IEnumerable<KeyValuePair<string, string>> map) =>
        new(map.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));

    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonObject UserPool(UserPoolProvider provider)
    {
        var output = new JsonObject();
        if (provider.ProviderName is not null)
        {
            output["ProviderName"] = provider.ProviderName;
        }

        if (provider.ClientId is not null)
        {
            output["ClientId"] = provider.ClientId;
        }

        output["ServerSideTokenCheck"] = provider.ServerSideTokenCheck;
        return output;
    }
}
