using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>The context of an operation: its input, its caller, the time, and the emulator's parts.</summary>
internal sealed record OperationCall(
    EmulatorState State,
    LoginVerifier LoginVerifier,
    CredentialsIssuer Credentials,
    Identifiers Identifiers,
    EmulatorOptions Options,
    DateTimeOffset Now,
    RequestMembers Input,
    IReadOnlyList<LoginToken> Logins,
    Caller? Caller)
{
    /// <summary>
    /// The claims of an OpenID token that the output's member Token gets. An operation sets them and the token is signed afterwards,
    /// when the state is no longer locked.
    /// </summary>
    public JsonObject? TokenClaims { get; set; }

    /// <summary>The signer of the request. Only for operations that must be signed.</summary>
    public Caller Signer => Caller ?? throw new InvalidOperationException("The operation is anonymous.");

    /// <summary>Finds the pool that IdentityPoolId names, whoever owns it: for anonymous operations.</summary>
    /// <exception cref="ServiceError">ResourceNotFoundException.</exception>
    public PoolState AnyPool()
    {
        var id = Input.Text("IdentityPoolId");
        return State.FindPool(id) ?? throw ServiceError.PoolNotFound(id);
    }

    /// <summary>
    /// Finds the pool that IdentityPoolId names, if the caller's account has it in the region that the request was signed for.
    /// </summary>
    /// <exception cref="ServiceError">ResourceNotFoundException.</exception>
    public PoolState OwnPool()
    {
        var id = Input.Text("IdentityPoolId");
        return State.FindPool(id) is { } pool && IsOwn(pool) ? pool : throw ServiceError.PoolNotFound(id);
    }

    /// <summary>Finds the identity that IdentityId names, whoever owns its pool: for anonymous operations.</summary>
    /// <exception cref="ServiceError">ResourceNotFoundException.</exception>
    public Identity AnyIdentity()
    {
        var id = Input.Text("IdentityId");
        return State.FindIdentity(id) ?? throw ServiceError.IdentityNotFound(id);
    }

    /// <summary>Finds an identity of a pool.</summary>
    /// <exception cref="ServiceError">ResourceNotFoundException.</exception>
    public static Identity GetIdentity(PoolState pool, string identityId) =>
        pool.Find(identityId) ?? throw ServiceError.IdentityNotFound(identityId);

    /// <summary>Returns whether the caller's account has the pool, in the region that the request was signed for.</summary>
    public bool IsOwn(PoolState pool) => pool.AccountId == Signer.AccountId && pool.Region == Signer.Region;

    /// <summary>Verifies the logins of the request against the pool.</summary>
    /// <exception cref="ServiceError">NotAuthorizedException or InvalidParameterException.</exception>
    public IReadOnlyList<VerifiedLogin> VerifyLogins(PoolState pool) =>
        LoginVerifier.VerifyAll(pool, Logins, Now);
}
