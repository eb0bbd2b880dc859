using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>A user's AWS credentials, with the identity that they belong to. Immutable.</summary>
public sealed class CognitoIdentitySession
{
    /// <summary>Creates a session, for use in tests.</summary>
    /// <param name="identityId">The identity's id, <c>REGION:GUID</c>.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="isGuest">Whether the credentials are a guest's. Default: false.</param>
    /// <param name="source">Where the session came from. Default: the service.</param>
    /// <exception cref="ArgumentException"><paramref name="identityId"/> is empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="identityId"/> or <paramref name="credentials"/> is null.</exception>
    public CognitoIdentitySession(
        string identityId,
        Credentials credentials,
        bool isGuest = false,
        CognitoIdentitySessionSource source = CognitoIdentitySessionSource.Refresh)
        : this(identityId, credentials, isGuest, source, keys: null)
    {
    }

    private CognitoIdentitySession(
        string identityId,
        Credentials credentials,
        bool isGuest,
        CognitoIdentitySessionSource source,
        ImmutableCredentials? keys)
    {
        ArgumentException.ThrowIfNullOrEmpty(identityId);
        ArgumentNullException.ThrowIfNull(credentials);
        IdentityId = identityId;
        Credentials = credentials;
        IsGuest = isGuest;
        Source = source;
        Keys = keys ?? new(credentials.AccessKeyId, credentials.SecretKey, credentials.SessionToken);
    }

    /// <summary>
    /// Gets the identity's id, <c>REGION:GUID</c>. It can change with a later session: when a guest signs in, or after a recovery.
    /// </summary>
    public string IdentityId { get; }

    /// <summary>Gets the temporary AWS credentials.</summary>
    public Credentials Credentials { get; }

    /// <summary>Gets the time (UTC) at which the credentials expire, by the service's clock.</summary>
    public DateTimeOffset Expiration => Credentials.Expiration;

    /// <summary>Gets whether the credentials are a guest's, of the pool's role for unauthenticated users.</summary>
    public bool IsGuest { get; }

    /// <summary>Gets the source of the session.</summary>
    public CognitoIdentitySessionSource Source { get; }

    /// <summary>The credentials as AWSSDK.Core has them.</summary>
    internal ImmutableCredentials Keys { get; }

    /// <summary>Returns the identity id and expiration, without secrets.</summary>
    public override string ToString() =>
        $"{nameof(CognitoIdentitySession)} {{ {nameof(IdentityId)} = {IdentityId}, {nameof(Credentials)} = {Credentials}, "
        + $"{nameof(IsGuest)} = {IsGuest}, {nameof(Source)} = {Source} }}";

    internal CognitoIdentitySession FromCache() => new(IdentityId, Credentials, IsGuest, CognitoIdentitySessionSource.Cache, Keys);
}

/// <summary>The places where a session can come from.</summary>
public enum CognitoIdentitySessionSource
{
    /// <summary>The session was cached, or restored from a store.</summary>
    Cache,

    /// <summary>The service issued new credentials.</summary>
    Refresh,

    /// <summary>
    /// The service issued new credentials after the earlier identity was found deleted, disabled or merged away. The id may be a new one.
    /// </summary>
    Recovery,
}
