namespace CognitoIdentity;

/// <summary>The facts about a user that the conditions of a trust policy compare.</summary>
/// <param name="ServiceName">The name of the service in the pool's partition, with which the condition keys begin.</param>
/// <param name="PoolId">The pool's id: the audience of its tokens.</param>
/// <param name="IsGuest">Whether the user is a guest.</param>
/// <param name="Methods">The values of amr: the kind of user, then the identity providers.</param>
/// <param name="IdentityId">The identity's id; null if it is unknown.</param>
/// <param name="HasTags">Whether the session gets principal tags.</param>
internal sealed record TrustContext(
    string ServiceName,
    string PoolId,
    bool IsGuest,
    IReadOnlyList<string> Methods,
    string? IdentityId,
    bool HasTags)
{
    /// <summary>Whether amr has more values than are known: of a signed-in user, the provider with the pool and the user, too.</summary>
    public bool HasMoreMethods { get; init; }

    /// <summary>Returns the facts about a user, as far as the logins tell them.</summary>
    public static TrustContext ForUser(SignInFacts facts, bool hasTags)
    {
        var context = ForKind(facts.ServiceName, facts.PoolId, facts.IsGuest, facts.Logins.Select(login => login.Key), hasTags);

        // A token of an identity pool is what the condition keys are read from.
        return facts.PoolToken is { } token && token.Texts("amr") is { Count: > 0 } methods
            ? context with { Methods = methods, HasMoreMethods = false, IdentityId = token.Text("sub") }
            : context with { IdentityId = facts.Options.IdentityId };
    }

    /// <summary>Returns the facts about any user of a kind.</summary>
    public static TrustContext ForKind(string serviceName, string poolId, bool isGuest, IEnumerable<string> providers, bool hasTags) =>
        new(
            serviceName,
            poolId,
            isGuest,
            [TrustPolicy.KindOfUser(isGuest), .. isGuest ? [] : providers],
            IdentityId: null,
            hasTags)
        {
            HasMoreMethods = !isGuest,
        };
}
