using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing;

/// <summary>
/// Makes the OpenID tokens of identities and verifies them when they come back; publishes the key. Used under the state's lock.
/// </summary>
internal sealed class OpenIdTokenIssuer
{
    public const string Issuer = "https://cognito-identity.amazonaws.com";

    /// <summary>The claim in which STS expects session tags (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html).</summary>
    public const string TagsClaim = "https://aws.amazon.com/tags";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private RsaSecurityKey? _key;

    // Made on first use: it takes longer than all the rest of starting an emulator.
    private RsaSecurityKey Key => _key ??= WithKeyId(RSA.Create(2048));

    public string Issue(
        Identity identity,
        IReadOnlyList<Login> logins,
        IReadOnlyDictionary<string, string> principalTags,
        DateTimeOffset now,
        TimeSpan lifetime)
    {
        var claims = new JsonObject
        {
            ["sub"] = identity.Id,
            ["aud"] = identity.Pool.Id,
            ["amr"] = AuthenticationMethods(identity, logins),
            ["iss"] = Issuer,
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
        };
        if (principalTags.Count > 0)
        {
            claims[TagsClaim] = Tags(principalTags);
        }

        var signing = new SigningCredentials(Key, SecurityAlgorithms.RsaSha512);
        // The type is JWS in the API reference's sample of GetOpenIdToken.
        return Handler.CreateToken(claims.ToJsonString(), signing, new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = "JWS" });
    }

    /// <summary>The token, if this emulator issued it and nobody changed it; it may have expired.</summary>
    public JsonWebTokenText? Read(string text) =>
        JsonWebTokenText.TryParse(text) is { } token && token.IsSignedBy([Key]) ? token : null;

    /// <summary>The public key as a JSON web key set.</summary>
    public JsonObject KeySet()
    {
        var parameters = Key.Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["alg"] = "RS512",
                ["use"] = "sig",
                ["kid"] = Key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            }),
        };
    }

    /// <summary>The private key, so that tokens stay good when the state is restored elsewhere; null if there was none to sign yet.</summary>
    public string? ExportKey() => _key is null ? null : Convert.ToBase64String(_key.Rsa.ExportPkcs8PrivateKey());

    /// <exception cref="CryptographicException">The text holds no RSA key.</exception>
    /// <exception cref="FormatException">The text is not base64.</exception>
    public static RsaSecurityKey ReadKey(string exported)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(exported), out _);
            return WithKeyId(rsa);
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }

    public void UseKey(RsaSecurityKey key) => _key = key;

    private static RsaSecurityKey WithKeyId(RSA rsa)
    {
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }

    private static JsonArray AuthenticationMethods(Identity identity, IReadOnlyList<Login> logins)
    {
        if (logins.Count == 0)
        {
            return new JsonArray("unauthenticated");
        }

        var methods = new JsonArray("authenticated");
        foreach (var login in logins)
        {
            methods.Add(login.Provider);
            methods.Add($"{login.Provider}:{identity.Pool.Id}:{login.User}");
        }
        return methods;
    }

    private static JsonObject Tags(IReadOnlyDictionary<string, string> tags) => new()
    {
        ["principal_tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)new JsonArray(tag.Value)))),
        ["transitive_tag_keys"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag.Key)]),
    };
}
