using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Tests.Support;

/// <summary>A key that signs JSON Web Tokens as identity providers do. All tests share two keys, because creating one takes long.</summary>
public sealed class JwtKey
{
    private const string Header = """{"alg":"RS256","kid":"test","typ":"JWT"}""";

    private readonly RSA _rsa = RSA.Create(2048);

    private JwtKey()
    {
    }

    public static JwtKey Provider { get; } = new();

    /// <summary>A key that no provider publishes.</summary>
    public static JwtKey Forger { get; } = new();

    /// <summary>The public key, as a provider publishes it.</summary>
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

    /// <summary>Signs claims.</summary>
    public string Sign(string claims)
    {
        var signed = $"{Jwt.Encode(Header)}.{Jwt.Encode(claims)}";
        var signature = _rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Jwt.Encode(signature)}";
    }

    /// <summary>Creates a token of a user pool or another OpenID Connect provider, valid for an hour.</summary>
    public string Sign(string issuer, string audience, string subject, DateTimeOffset now, object? more = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["sub"] = subject,
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        foreach (var property in JsonSerializer.SerializeToElement(more ?? new { }).EnumerateObject())
        {
            claims[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        return Sign(claims.ToJsonString());
    }
}
