using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Hides tokens, keys and signatures in what the control API shows.</summary>
internal static class SecretMask
{
    private const string Mask = "••••••";

    // The user of a provider with opaque tokens is the token itself. A subject is a UUID or a number, and shorter.
    private const int MaxUser = 40;

    private static readonly HashSet<string> SecretMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Token", "SecretKey", "SessionToken", "SecretAccessKey", "WebIdentityToken", "NextToken",
    };

    public static string User(string user) => user.Length > MaxUser ? Hidden(user) : user;

    public static string Header(string name, string value) => name.ToLowerInvariant() switch
    {
        "authorization" =>
            value.Split("Signature=")[0] is var start && start.Length < value.Length ? $"{start}Signature={Mask}" : Hidden(value),
        "x-amz-security-token" or "cookie" => Hidden(value),
        _ => value,
    };

    /// <summary>
    /// Returns a body with its secrets hidden. A body that is not JSON is hidden as a whole, since its secrets cannot be found in it.
    /// </summary>
    public static string Body(string body)
    {
        if (body.Length == 0)
        {
            return body;
        }

        try
        {
            var json = JsonNode.Parse(body);
            HideIn(json);
            return json is JsonObject ? Encoding.UTF8.GetString(JsonText.ToUtf8(json)) : Hidden(body);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // ArgumentException: the object has a member twice.
            return Hidden(body);
        }
    }

    private static void HideIn(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                HideIn(item);
            }
        }

        if (node is not JsonObject members)
        {
            return;
        }

        foreach (var (name, value) in members.ToList())
        {
            if (name == "Logins" && value is JsonObject logins)
            {
                HideAll(logins);
            }
            else if (SecretMembers.Contains(name) && value is JsonValue secret && secret.TryGetValue<string>(out var text))
            {
                members[name] = Hidden(text);
            }
            else
            {
                HideIn(value);
            }
        }
    }

    private static void HideAll(JsonObject logins)
    {
        foreach (var (provider, token) in logins.ToList())
        {
            logins[provider] = token is JsonValue value && value.TryGetValue<string>(out var text) ? Hidden(text) : Mask;
        }
    }

    private static string Hidden(string secret) => $"{Mask} ({secret.Length} characters)";
}
