using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>A session as an <see cref="ISessionStore"/> keeps it. Secret; a class and not a record, so that nothing prints it.</summary>
internal sealed class StoredSession
{
    // The user is stored so that a store that confuses users cannot hand out another user's credentials.
    public required string IdentityPoolId { get; init; }

    public required string UserKey { get; init; }

    public string? RoleArn { get; init; }

    public required string IdentityId { get; init; }

    public required bool IsGuest { get; init; }

    public required string AccessKeyId { get; init; }

    public required string SecretKey { get; init; }

    public required string SessionToken { get; init; }

    public required DateTimeOffset Expiration { get; init; }

    /// <summary>The wall clock when the call began that brought the credentials.</summary>
    public required DateTimeOffset Began { get; init; }

    public required TimeSpan Lifetime { get; init; }
}

/// <summary>The JSON of stored sessions.</summary>
[JsonSerializable(typeof(StoredSession))]
internal sealed partial class StoredSessionContext : JsonSerializerContext;
