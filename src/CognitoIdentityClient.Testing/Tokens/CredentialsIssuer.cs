using System.Security.Cryptography;
using System.Text;

namespace CognitoIdentity.Testing;

/// <summary>
/// Issues temporary credentials. The secret key follows from the session token, so the emulator keeps no list of what it issued and
/// can still verify a signature made with it. Used under the state's lock; <see cref="SecretKey"/> anywhere.
/// </summary>
internal sealed class CredentialsIssuer(Identifiers identifiers)
{
    private readonly byte[] _key = identifiers.NewKey();

    public IssuedCredentials Issue(IssuedSession session)
    {
        var accessKeyId = identifiers.NewAccessKeyId();
        var token = session.ToSessionToken();
        return new(accessKeyId, SecretKey(accessKeyId, token), token, session.Expiration);
    }

    /// <summary>Returns the secret of credentials that this emulator issued: forty characters.</summary>
    public string SecretKey(string accessKeyId, string sessionToken) =>
        Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{accessKeyId}\n{sessionToken}")).AsSpan(0, 30));
}

internal sealed record IssuedCredentials(string AccessKeyId, string SecretKey, string SessionToken, DateTimeOffset Expiration);
