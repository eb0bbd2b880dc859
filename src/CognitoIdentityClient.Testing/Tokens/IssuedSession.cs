using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>
/// The session behind temporary credentials from GetCredentialsForIdentity or AssumeRoleWithWebIdentity. At AWS a session token is
/// opaque; the emulator's can be read, so that a test can assert on the role that was chosen.
/// </summary>
public sealed record IssuedSession
{
    /// <summary>Gets the identity that the credentials were issued to.</summary>
    public required string IdentityId { get; init; }

    /// <summary>Gets the role: the default one, one chosen by a role mapping or CustomRoleArn, or the one asked of STS.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Gets the principal tags of the session; empty if it has none.</summary>
    public required IReadOnlyDictionary<string, string> PrincipalTags { get; init; }

    /// <summary>Gets the time at which the credentials expire, by the emulator's clock, in UTC.</summary>
    public required DateTimeOffset Expiration { get; init; }

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
            return new()
            {
                IdentityId = Text(json, nameof(IdentityId)),
                RoleArn = Text(json, nameof(RoleArn)),
                PrincipalTags = json.GetProperty(nameof(PrincipalTags)).EnumerateObject()
                    .ToDictionary(tag => tag.Name, tag => tag.Value.GetString() ?? ""),
                Expiration = json.GetProperty(nameof(Expiration)).GetDateTimeOffset(),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // InvalidOperationException: a member has another JSON type.
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

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityId), IdentityId)
            .Member(nameof(RoleArn), RoleArn)
            .Member(nameof(PrincipalTags), PrincipalTags)
            .Member(nameof(Expiration), Expiration);
        return true;
    }

    internal string ToSessionToken() => Convert.ToBase64String(JsonText.ToUtf8(new JsonObject
    {
        [nameof(IdentityId)] = IdentityId,
        [nameof(RoleArn)] = RoleArn,
        [nameof(PrincipalTags)] = Outputs.Map(PrincipalTags),
        [nameof(Expiration)] = Expiration,
    }));

    private static string Text(JsonElement json, string member) =>
        json.GetProperty(member).GetString() ?? throw new FormatException("The session token lacks a member.");
}
