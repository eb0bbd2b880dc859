using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>The explanation of a token: what it says, whether a pool accepts it, and which role it leads to.</summary>
/// <param name="Kind">"jsonWebToken", "sessionToken" or "opaque".</param>
/// <param name="Header">The header of a JSON Web Token.</param>
/// <param name="Claims">The claims of a JSON Web Token, or the content of a session token.</param>
/// <param name="ExpiresAt">The time of expiry; null when the token has none.</param>
/// <param name="IsExpired">Whether it has expired by the emulator's clock.</param>
/// <param name="Pools">The verdict of every pool that knows the token's provider, or of the pool that was named.</param>
internal sealed record TokenDocument(
    string Kind,
    JsonElement? Header,
    JsonElement? Claims,
    DateTimeOffset? ExpiresAt,
    bool IsExpired,
    IReadOnlyList<TokenVerdictDocument> Pools);

/// <summary>The result that GetCredentialsForIdentity of one pool has for a token.</summary>
/// <param name="PoolId">The pool.</param>
/// <param name="PoolName">The pool's name.</param>
/// <param name="Provider">The key of Logins under which the token is sent.</param>
/// <param name="IsAccepted">Whether the login is verified and leads to a role.</param>
/// <param name="ErrorCode">The error of the service when it is not accepted.</param>
/// <param name="ErrorMessage">The message of that error.</param>
/// <param name="IdentityId">The identity that owns the login; null when it is linked to none yet.</param>
/// <param name="RoleArn">The role; null when the token is not accepted.</param>
/// <param name="Steps">The steps on the way to the role.</param>
/// <param name="PrincipalTags">The session tags that the claims lead to.</param>
internal sealed record TokenVerdictDocument(
    string PoolId,
    string PoolName,
    string Provider,
    bool IsAccepted,
    string? ErrorCode,
    string? ErrorMessage,
    string? IdentityId,
    string? RoleArn,
    IReadOnlyList<RoleStep> Steps,
    IReadOnlyDictionary<string, string> PrincipalTags);
