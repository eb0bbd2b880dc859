using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>
/// The session behind temporary credentials from GetCredentialsForIdentity or AssumeRoleWithWebIdentity. At AWS a session token is
/// opaque; the emulator's can be read, so that a test can assert on the role that was chosen.
/// </summary>
/// <param name="IdentityId">The identity that the credentials were issued to.</param>
/// <param name="RoleArn">The role: the default one, one chosen by a role mapping or CustomRoleArn, or the one asked of STS.</param>
/// <param name="PrincipalTags">The principal tags of the session; empty if it has none.</param>
/// <param name="Expiration">The time at which the credentials expire, by the emulator's clock, in UTC.</param>
public sealed record IssuedSession(
    string IdentityId,
    string RoleArn,
    IReadOnlyDictionary<string, string> PrincipalTags,
    DateTimeOffset Expiration)
{
    /// <summary>Reads a session token that an emulator issued.</summary>
    /// <param name="sessionToken">The <c>SessionToken</c> of the credentials.</param>
    /// <returns>The session. The token is not verified: it may be of another emulator, or expired.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sessionToken"/> is null.</exception>
    /// <exception cref="FormatException">The text is not a session token of an emulator.</exception>
    public static IssuedSession Read(string sessionToken)
    {
        ArgumentNullException.ThrowIfNull(sessionToken);
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(sessionToken));
            var json = document.RootElement;
            return new(
                json.GetProperty(nameof(IdentityId)).GetString() ?? throw new FormatException("The session token lacks a member."),
                json.GetProperty(nameof(RoleArn)).GetString() ?? throw new FormatException("The session token lacks a member."),
                json.GetProperty(nameof(PrincipalTags)).EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString() ?? ""),
                json.GetProperty(nameof(Expiration)).GetDateTimeOffset());
        }
        // InvalidOperationException: a member of another JSON type.
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("The text is not a session token that an emulator issued.", e);
        }
    }

    internal static IssuedSession? TryRead(string sessionToken)
    {
        try
        {
            return Read(sessionToken);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    internal string ToSessionToken() => Convert.ToBase64String(JsonText.ToUtf8(new JsonObject
    {
        [nameof(IdentityId)] = IdentityId,
        [nameof(RoleArn)] = RoleArn,
        [nameof(PrincipalTags)] = Outputs.Map(PrincipalTags),
        [nameof(Expiration)] = Expiration,
    }));
}
