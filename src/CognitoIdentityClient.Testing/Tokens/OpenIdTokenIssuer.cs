using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>
/// Issues the OpenID tokens of identities and verifies them when they come back; publishes the key. Thread-safe, so that no token
/// is signed under the state's lock.
/// </summary>
internal sealed class OpenIdTokenIssuer
{
    /// <summary>
    /// The claim in which STS expects session tags (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html).
    /// </summary>
    public const string TagsClaim = "https://aws.amazon.com/tags";

    private const string PoolArnClaim = "https://cognito-identity.amazonaws.com/identity-pool-arn";

    private readonly object _gate = new();
    private volatile SigningKey? _key;

    /// <summary>The key once a token was issued, or one was restored; null before.</summary>
    public SigningKey? KeyInUse => _key;

    // Made on first use: it takes longer than all the rest of starting an emulator.
    private SigningKey Key
    {
        get
        {
            if (_key is { } key)
            {
                return key;
            }

            lock (_gate)
            {
                return _key ??= SigningKey.Create();
            }
        }
    }

    /// <summary>
    /// Returns the issuer of the tokens of a region's pools: the service's name there, so that it fits the key of Logins
    /// (https://github.com/aws/aws-sdk-net/issues/1251).
    /// </summary>
    public static string GetIssuer(string region) => $"https://{Partition.LoginKey(region)}";

    /// <summary>Creates the claims of a token, in the order of the service's own tokens.</summary>
    public static JsonObject Claims(
        Identity identity,
        IReadOnlyList<Login> logins,
        IReadOnlyDictionary<string, string> principalTags,
        DateTimeOffset now,
        TimeSpan lifetime)
    {
        var claims = new JsonObject
        {
            ["sub"] = identity.Id,
            ["aud"] = identity.Pool.Id,
            ["amr"] = AuthenticationMethods(identity, logins),
            ["iss"] = GetIssuer(identity.Pool.Region),
            [PoolArnClaim] = identity.Pool.Arn,
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
        };
        if (principalTags.Count > 0)
        {
            claims[TagsClaim] = Tags(principalTags);
        }

        return claims;
    }

    public string Sign(JsonObject claims) => Key.Sign(claims);

    /// <summary>Returns whether this emulator issued the token and it is unchanged; it may have expired.</summary>
    public bool HasIssued(JsonWebTokenText token) => Key.HasSigned(token);

    /// <summary>Returns the public key as a JSON Web Key Set.</summary>
    public JsonObject KeySet() => Key.KeySet();

    public void UseKey(SigningKey key) => _key = key;

    private static JsonArray AuthenticationMethods(Identity identity, IReadOnlyList<Login> logins) => logins.Count == 0
        ? Outputs.List([RoleKinds.Unauthenticated])
        : Outputs.List([RoleKinds.Authenticated,
            .. logins.SelectMany(login => new[] { login.Provider, $"{login.Provider}:{identity.Pool.Id}:{login.User}" })]);

    private static JsonObject Tags(IReadOnlyDictionary<string, string> tags) => new()
    {
        ["principal_tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)Outputs.List([tag.Value])))),
        ["transitive_tag_keys"] = Outputs.List(tags.Keys),
    };
}
