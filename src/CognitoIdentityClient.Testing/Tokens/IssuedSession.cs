using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>
/// What temporary credentials from GetCredentialsForIdentity stand for. At AWS a session token is opaque; the emulator's can be
/// read, so that a test can assert on the role that was chosen.
/// </summary>
/// <param name="IdentityId">The identity that the credentials were issued to.</param>
/// <param name="RoleArn">The role that was chosen: the default one, or by a role mapping or CustomRoleArn.</param>
/// <param name="PrincipalTags">The principal tags of the session; empty when there are none.</param>
/// <param name="Expiration">When the credentials expire, by the emulator's clock.</param>
public sealed record IssuedSession(
    string IdentityId,
    string RoleArn,
    IReadOnlyDictionary<string, string> PrincipalTags,
    DateTimeOffset Expiration)
{
    /// <summary>Reads a session token that an emulator issued.</summary>
    /// <param name="sessionToken">The SessionToken of the credentials.</param>
    /// <exception cref="FormatException">The text is not a session token of an emulator.</exception>
    public static IssuedSession Read(string sessionToken)
    {
        ArgumentNullException.ThrowIfNull(sessionToken);
        try
        {
            var session = JsonSerializer.Deserialize<IssuedSession>(Convert.FromBase64String(sessionToken));
            return session is { IdentityId: not null, RoleArn: not null, PrincipalTags: not null }
                ? session
                : throw new FormatException("The session token lacks a member.");
        }
        catch (JsonException e)
        {
            throw new FormatException("The text is not a session token that an emulator issued.", e);
        }
    }

    internal string ToSessionToken() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this));
}
