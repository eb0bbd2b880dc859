using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WebApi.SignIn;

/// <summary>
/// Issues the ID tokens of the application, as an OpenID Connect provider does. Both this API and the identity pools accept them. The key
/// is a new one in every run, so users sign in again after a restart.
/// </summary>
internal sealed class TokenIssuer : IDisposable
{
    public const string Audience = "shop";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly RSA _key = RSA.Create(2048);
    private readonly TimeProvider _time;
    private readonly SigningCredentials _credentials;

    public TokenIssuer(Uri address, TimeProvider time)
    {
        _time = time;
        Issuer = address.AbsoluteUri.TrimEnd('/');
        ProviderName = Issuer[(address.Scheme.Length + Uri.SchemeDelimiter.Length)..];

        var key = new RsaSecurityKey(_key) { KeyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) };
        _credentials = new(key, SecurityAlgorithms.RsaSha256);
        var publicKey = new RsaSecurityKey(_key.ExportParameters(includePrivateParameters: false)) { KeyId = key.KeyId };
        PublicKeys = new() { Keys = { JsonWebKeyConverter.ConvertFromRSASecurityKey(publicKey) } };
        Validation = new()
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            NameClaimType = "name",
        };
    }

    /// <summary>The claim <c>iss</c> of the tokens.</summary>
    public string Issuer { get; }

    /// <summary>The name by which identity pools know the issuer: its address without the scheme.</summary>
    public string ProviderName { get; }

    /// <summary>The keys that verify the tokens.</summary>
    public JsonWebKeySet PublicKeys { get; }

    /// <summary>The rules by which this API verifies the tokens.</summary>
    public TokenValidationParameters Validation { get; }

    public string Issue(DemoUser user)
    {
        var now = _time.GetUtcNow();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            SigningCredentials = _credentials,
            Claims = new Dictionary<string, object> { ["sub"] = user.Id, ["name"] = user.Name, ["role"] = user.Role },
        });
    }

    public void Dispose() => _key.Dispose();
}
