using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing.Tests;

/// <summary>Makes login tokens as identity providers do. All tests share two keys, because making one takes long.</summary>
internal sealed class LoginTokens
{
    private readonly RSA _rsa;

    private LoginTokens(RSA rsa) => _rsa = rsa;

    public static LoginTokens Provider { get; } = new(RSA.Create(2048));

    /// <summary>Somebody whose key nobody trusts.</summary>
    public static LoginTokens Forger { get; } = new(RSA.Create(2048));

    public JsonWebKeySet KeySet
    {
        get
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)) { KeyId = "test" });
            var set = new JsonWebKeySet();
            set.Keys.Add(key);
            return set;
        }
    }

    public string Make(string payload) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            payload, new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "test" }, "RS256"));

    /// <summary>A token of a user pool or another OpenID Connect provider, good for an hour.</summary>
    public string Make(string issuer, string audience, string subject, DateTimeOffset now, object? more = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["sub"] = subject,
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        foreach (var property in JsonSerializer.SerializeToElement(more ?? new { }).EnumerateObject())
        {
            claims[property.Name] = property.Value;
        }

        return Make(JsonSerializer.Serialize(claims));
    }
}
