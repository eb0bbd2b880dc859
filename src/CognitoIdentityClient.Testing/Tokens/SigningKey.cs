using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing;

/// <summary>
/// A key that signs OpenID tokens with RS512. Thread-safe: callers sign at the same time, each with an RSA object of its own.
/// </summary>
internal sealed class SigningKey
{
    private readonly RSAParameters _parameters;
    private readonly ConcurrentBag<RSA> _idle = [];
    private readonly RsaSecurityKey _public;
    private readonly string _header;

    /// <summary>Creates a key around an RSA key, which it owns from then on.</summary>
    public SigningKey(RSA rsa)
    {
        _parameters = rsa.ExportParameters(includePrivateParameters: true);
        _idle.Add(rsa);
        _public = new(rsa.ExportParameters(includePrivateParameters: false));
        _public.KeyId = Base64UrlEncoder.Encode(_public.ComputeJwkThumbprint());
        // The type is JWS in the API reference's sample of GetOpenIdToken.
        _header = Encode(new JsonObject { ["alg"] = "RS512", ["kid"] = _public.KeyId, ["typ"] = "JWS" });
    }

    public static SigningKey Create() => new(RSA.Create(2048));

    /// <exception cref="CryptographicException">The text holds no RSA key.</exception>
    /// <exception cref="FormatException">The text is not Base64.</exception>
    public static SigningKey Import(string exported)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(exported), out _);
            return new(rsa);
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }

    /// <summary>Exports the private key as Base64 of PKCS #8.</summary>
    public string Export() => Use(static (rsa, _) => Convert.ToBase64String(rsa.ExportPkcs8PrivateKey()), 0);

    public string Sign(JsonObject claims)
    {
        var text = $"{_header}.{Encode(claims)}";
        var signature = Use(
            static (rsa, text) => rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1), text);
        return $"{text}.{Base64UrlEncoder.Encode(signature)}";
    }

    public bool HasSigned(JsonWebTokenText token) => token.IsSignedBy([_public]);

    /// <summary>Returns the public key as a JSON Web Key Set.</summary>
    public JsonObject KeySet() => new()
    {
        ["keys"] = new JsonArray(new JsonObject
        {
            ["kty"] = "RSA",
            ["alg"] = "RS512",
            ["use"] = "sig",
            ["kid"] = _public.KeyId,
            ["n"] = Base64UrlEncoder.Encode(_parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(_parameters.Exponent),
        }),
    };

    private static string Encode(JsonObject json) => Base64UrlEncoder.Encode(JsonText.ToUtf8(json));

    // Instance members of RSA are not documented as thread-safe.
    private TResult Use<TArgument, TResult>(Func<RSA, TArgument, TResult> work, TArgument argument)
    {
        var rsa = _idle.TryTake(out var idle) ? idle : RSA.Create(_parameters);
        try
        {
            return work(rsa, argument);
        }
        finally
        {
            _idle.Add(rsa);
        }
    }
}
