using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>A user's AWS credentials, and whose they are. Immutable.</summary>
public sealed class CognitoIdentitySession
{
    internal CognitoIdentitySession(string identityId, Credentials credentials, bool isGuest, CognitoIdentitySessionSource source)
        : this(identityId, credentials, isGuest, source, new(credentials.AccessKeyId, credentials.SecretKey, credentials.SessionToken))
    {
    }

    private CognitoIdentitySession(
        string identityId,
        Credentials credentials,
        bool isGuest,
        CognitoIdentitySessionSource source,
        ImmutableCredentials keys)
    {
        IdentityId = identityId;
        Credentials = credentials;
        IsGuest = isGuest;
        Source = source;
        Keys = keys;
    }

    /// <summary>The identity's id, <c>REGION:GUID</c>. It can change with a later session: when a guest signs in, or after a recovery.</summary>
    public string IdentityId { get; }

    /// <summary>The temporary AWS credentials.</summary>
    public Credentials Credentials { get; }

    /// <summary>When the credentials expire, UTC, by the service's clock.</summary>
    public DateTimeOffset Expiration => Credentials.Expiration;

    /// <summary>Whether the credentials are a guest's, of the pool's role for unauthenticated users.</summary>
    public bool IsGuest { get; }

    /// <summary>Where the session came from.</summary>
    public CognitoIdentitySessionSource Source { get; }

    /// <summary>The credentials as AWSSDK.Core has them.</summary>
    internal ImmutableCredentials Keys { get; }

    /// <summary>Whose session it is and how long it is valid; no secret.</summary>
    public override string ToString() =>
        $"{nameof(CognitoIdentitySession)} {{ {nameof(IdentityId)} = {IdentityId}, {nameof(Credentials)} = {Credentials}, "
        + $"{nameof(IsGuest)} = {IsGuest}, {nameof(Source)} = {Source} }}";

    internal CognitoIdentitySession FromCache() => new(IdentityId, Credentials, IsGuest, CognitoIdentitySessionSource.Cache, Keys);
}

/// <summary>Where a session came from.</summary>
public enum CognitoIdentitySessionSource
{
    /// <summary>It was held already; nobody waited.</summary>
    Cache,

    /// <summary>The service gave new credentials.</summary>
    Refresh,

    /// <summary>
    /// The service gave new credentials after the identity known before was found deleted, disabled or merged away: the id may be new.
    /// </summary>
    Recovery,
}
