using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Tests.Support;

/// <summary>A key that signs JSON Web Tokens as identity providers do. All tests share them, because creating one takes long.</summary>
public sealed class JwtKey
{
    private readonly string _algorithm;
    private readonly JsonWebKey _publicKey;
    private readonly Func<byte[], byte[]> _sign;

    private JwtKey(RSA key)
    {
        _algorithm = "RS256";
        _publicKey = JsonWebKeyConverter.ConvertFromRSASecurityKey(new(key.ExportParameters(false)) { KeyId = "test" });
        _sign = data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private JwtKey(ECDsa key)
    {
        _algorithm = "ES256";
        _publicKey =
            JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new(ECDsa.Create(key.ExportParameters(false))) { KeyId = "test" });
        _sign = data => key.SignData(data, HashAlgorithmName.SHA256);
    }

    /// <summary>A key for RS256, the algorithm of most providers.</summary>
    public static JwtKey Provider { get; } = new(RSA.Create(2048));

    /// <summary>A key that no provider publishes.</summary>
    public static JwtKey Forger { get; } = new(RSA.Create(2048));

    /// <summary>A key for ES256, which signs faster.</summary>
    public static JwtKey EllipticCurve { get; } = new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The public key, as a provider publishes it.</summary>
    public JsonWebKeySet KeySet
    {
        get
        {
            var set = new JsonWebKeySet();
            set.Keys.Add(_publicKey);
            return set;
        }
    }

    /// <summary>Signs claims.</summary>
    public string Sign(string claims)
    {
        var header = $$"""{"alg":"{{_algorithm}}","kid":"test","typ":"JWT"}""";
        var signed = $"{Jwt.Encode(header)}.{Jwt.Encode(claims)}";
        return $"{signed}.{Jwt.Encode(_sign(Encoding.ASCII.GetBytes(signed)))}";
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
