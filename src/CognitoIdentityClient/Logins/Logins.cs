using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// Logins by the names under which the service knows their providers. Goes wherever <c>Logins</c> of a request is taken, and refuses what
/// cannot be a login. Tokens are decoded only: whether a signature is good is the service's to judge. Immutable; tokens are never printed.
/// </summary>
/// <example>
/// <code>
/// var logins = Logins.UserPool("eu-central-1", "eu-central-1_AbCdEfGhI", idToken).And(Logins.Google(googleIdToken));
/// var identity = await client.GetIdAsync(new() { IdentityPoolId = "eu-central-1:…", Logins = logins });
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(MaskedView))]
[SuppressMessage("Naming", "CA1710", Justification = "The service's own name of the map.")]
public sealed class Logins : IReadOnlyDictionary<string, string>
{
    private Logins(string provider, string token)
        : this(new Dictionary<string, string>(StringComparer.Ordinal) { [provider] = token })
    {
    }

    private Logins(Dictionary<string, string> tokens) => Tokens = tokens;

    // As the class that it is, so that it can be gone through without an enumerator on the heap.
    internal Dictionary<string, string> Tokens { get; }

    /// <inheritdoc/>
    public int Count => Tokens.Count;

    /// <summary>The names of the providers.</summary>
    public IEnumerable<string> Keys => Tokens.Keys;

    /// <summary>The tokens. Secret.</summary>
    public IEnumerable<string> Values => Tokens.Values;

    /// <summary>The token of a provider. Secret.</summary>
    /// <param name="key">The provider's name.</param>
    /// <exception cref="KeyNotFoundException">There is no login of this provider.</exception>
    public string this[string key] => Tokens[key];

    /// <summary>A login with an Amazon Cognito user pool.</summary>
    /// <param name="region">The user pool's region, as in <c>eu-central-1</c>, of any partition.</param>
    /// <param name="userPoolId">The user pool's id, as in <c>eu-central-1_AbCdEfGhI</c>.</param>
    /// <param name="idToken">The ID token, not the access token, that the user pool issued.</param>
    /// <param name="timeProvider">The clock that tells whether the token has expired; null for the system's.</param>
    /// <exception cref="ArgumentException">A text is null or empty, or the region is none.</exception>
    /// <exception cref="LoginTokenException">The token is no ID token of this user pool, or it has expired.</exception>
    public static Logins UserPool(string region, string userPoolId, string idToken, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        ArgumentException.ThrowIfNullOrWhiteSpace(userPoolId);
        if (!ServiceEndpoint.IsHostLabel(region))
        {
            throw new ArgumentException("A region has letters, digits and inner hyphens, and at most 63 characters.", nameof(region));
        }

        return OfIdToken($"cognito-idp.{region}.{Partition.ForRegion(region).DnsSuffix}/{userPoolId}", idToken, timeProvider);
    }

    /// <summary>A login with Google.</summary>
    /// <param name="idToken">The ID token that Google issued.</param>
    /// <param name="timeProvider">The clock that tells whether the token has expired; null for the system's.</param>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    /// <exception cref="LoginTokenException">The token is no ID token of Google's, or it has expired.</exception>
    public static Logins Google(string idToken, TimeProvider? timeProvider = null) => OfIdToken("accounts.google.com", idToken, timeProvider);

    /// <summary>A login with Apple.</summary>
    /// <param name="idToken">The identity token that Apple issued.</param>
    /// <param name="timeProvider">The clock that tells whether the token has expired; null for the system's.</param>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    /// <exception cref="LoginTokenException">The token is no ID token of Apple's, or it has expired.</exception>
    public static Logins Apple(string idToken, TimeProvider? timeProvider = null) => OfIdToken("appleid.apple.com", idToken, timeProvider);

    /// <summary>A login with Facebook.</summary>
    /// <param name="accessToken">The access token that Facebook issued; it is opaque, and nothing of it is checked here.</param>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    public static Logins Facebook(string accessToken) => OfOpaqueToken("graph.facebook.com", accessToken, nameof(accessToken));

    /// <summary>A login with Login with Amazon.</summary>
    /// <param name="accessToken">The access token that Amazon issued; it is opaque, and nothing of it is checked here.</param>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    public static Logins Amazon(string accessToken) => OfOpaqueToken("www.amazon.com", accessToken, nameof(accessToken));

    /// <summary>A login with an OpenID Connect provider that is set up in IAM.</summary>
    /// <param name="provider">The provider's name, as in <c>login.example.com</c>, or its https address.</param>
    /// <param name="idToken">The ID token that the provider issued.</param>
    /// <param name="timeProvider">The clock that tells whether the token has expired; null for the system's.</param>
    /// <exception cref="ArgumentException">A text is null or empty.</exception>
    /// <exception cref="LoginTokenException">The token is no ID token of this provider, or it has expired.</exception>
    public static Logins OpenIdConnect(string provider, string idToken, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        return OfIdToken(IdToken.ProviderOf(provider) ?? provider.TrimEnd('/'), idToken, timeProvider);
    }

    /// <summary>A login with a SAML provider that is set up in IAM.</summary>
    /// <param name="providerArn">The provider's ARN, <c>arn:aws:iam::ACCOUNT:saml-provider/NAME</c>.</param>
    /// <param name="assertion">The SAML response that the provider issued, in Base64; nothing of it is checked here.</param>
    /// <exception cref="ArgumentException">A text is null or empty.</exception>
    public static Logins Saml(string providerArn, string assertion)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(providerArn);
        return OfOpaqueToken(providerArn, assertion, nameof(assertion));
    }

    /// <summary>A login of a user whom the application signed in itself: for GetOpenIdTokenForDeveloperIdentity.</summary>
    /// <param name="provider">The identity pool's <c>DeveloperProviderName</c>.</param>
    /// <param name="userId">The user's id in the application's own authentication system.</param>
    /// <exception cref="ArgumentException">A text is null or empty.</exception>
    public static Logins Developer(string provider, string userId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        return OfOpaqueToken(provider, userId, nameof(userId));
    }

    /// <summary>
    /// A login with the provider that issued a token, by its issuer (<c>iss</c>): a user pool of any partition, Google, Apple, any OpenID
    /// Connect provider.
    /// </summary>
    /// <param name="token">An ID token.</param>
    /// <param name="timeProvider">The clock that tells whether the token has expired; null for the system's.</param>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    /// <exception cref="LoginTokenException">The token is no ID token, it has expired, or it names no provider.</exception>
    public static Logins FromJwt(string token, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return new(IdToken.ProviderOf(token, timeProvider ?? TimeProvider.System), token);
    }

    /// <summary>These logins and others.</summary>
    /// <param name="other">Logins with other providers.</param>
    /// <exception cref="ArgumentException">Both have a login of the same provider, of which a request can have one alone.</exception>
    public Logins And(Logins other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var tokens = new Dictionary<string, string>(Tokens, StringComparer.Ordinal);
        foreach (var (provider, token) in other.Tokens)
        {
            if (!tokens.TryAdd(provider, token))
            {
                throw new ArgumentException($"There is a login of {provider} already.", nameof(other));
            }
        }

        return new(tokens);
    }

    /// <summary>Whether there is a login of a provider.</summary>
    /// <param name="key">The provider's name.</param>
    public bool ContainsKey(string key) => Tokens.ContainsKey(key);

    /// <summary>Finds the token of a provider. Secret.</summary>
    /// <param name="key">The provider's name.</param>
    /// <param name="value">The token.</param>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => Tokens.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Tokens.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names of the providers, the tokens masked.</summary>
    public override string ToString() => MaskedPrinter.Masked(Tokens);

    private static Logins OfIdToken(string provider, string idToken, TimeProvider? timeProvider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idToken);
        IdToken.Check(idToken, provider, timeProvider ?? TimeProvider.System);
        return new(provider, idToken);
    }

    private static Logins OfOpaqueToken(string provider, string token, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token, parameter);
        return new(provider, token);
    }

    // A debugger would list the entries of a collection, tokens and all, into screenshots and recordings.
    private sealed class MaskedView(Logins logins)
    {
        public IEnumerable<string> Providers => logins.Keys;
    }
}
