using CognitoIdentity;

namespace WebApi.Sessions;

/// <summary>A user's session with AWS, without its secrets.</summary>
/// <param name="IdentityId">The user's identity in the pool.</param>
/// <param name="Source">Whether the credentials were cached, refreshed, or those of an identity that replaced a lost one.</param>
/// <param name="Expiration">When the credentials expire.</param>
/// <param name="SecondsLeft">The seconds until then, so that a countdown does not depend on the clock of the browser.</param>
internal sealed record SessionResponse(string IdentityId, string Source, DateTimeOffset Expiration, double SecondsLeft)
{
    public static SessionResponse From(CognitoIdentitySession session, TimeProvider time) => new(
        session.IdentityId,
        session.Source.ToString().ToLowerInvariant(),
        session.Expiration,
        Math.Max(0, (session.Expiration - time.GetUtcNow()).TotalSeconds));
}
