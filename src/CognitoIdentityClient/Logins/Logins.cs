using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The logins of a user: identity providers by the names that the service has for them, each with a token. Can be assigned to the
/// <c>Logins</c> of any request. The methods reject tokens that cannot be a login, before anything is sent; signatures are verified by the
/// service only. Immutable and thread-safe. Tokens are never printed.
/// </summary>
/// <remarks>
/// An expired ID token is rejected only if it expired more than a day ago, because the local clock may be wrong: the service judges the
/// rest. The parameters <c>timeProvider</c> and <c>expirationLeeway</c> change that.
/// </remarks>
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

    // The concrete class, whose enumerator is a struct: a request is checked without an allocation.
    internal Dictionary<string, string> Tokens { get; }

    /// <inheritdoc/>
    public int Count => Tokens.Count;

    /// <summary>Gets the names of the identity providers.</summary>
    public IEnumerable<string> Keys => Tokens.Keys;

    /// <summary>Gets the tokens. Secret.</summary>
    public IEnumerable<string> Values => Tokens.Values;

    /// <summary>Gets the token of an identity provider. Secret.</summary>
    /// <param name="key">The provider's name.</param>
    /// <exception cref="KeyNotFoundException">There is no login with this provider.</exception>
    public string this[string key] => Tokens[key];

    /// <summary>Creates a login with an Amazon Cognito user pool.</summary>
    /// <param name="region">The user pool's region, such as <c>eu-central-1</c>, of any partition.</param>
    /// <param name="userPoolId">The user pool's id, such as <c>eu-central-1_AbCdEfGhI</c>.</param>
    /// <param name="idToken">The ID token that the user pool issued; not the access token.</param>
    /// <param name="timeProvider">The clock that decides whether the token has expired; null for the system's.</param>
    /// <param name="expirationLeeway">How long ago the token may have expired; null for one day.</param>
    /// <returns>The login.</returns>
    /// <exception cref="LoginTokenException">The token is not an ID token of this user pool, or it has expired.</exception>
    /// <exception cref="ArgumentException">
    /// A text is null or empty, the region is malformed, or <paramref name="userPoolId"/> is the id of an identity pool.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expirationLeeway"/> is negative.</exception>
    public static Logins UserPool(
        string region, string userPoolId, string idToken, TimeProvider? timeProvider = null, TimeSpan? expirationLeeway = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        ArgumentException.ThrowIfNullOrWhiteSpace(userPoolId);
        if (!ServiceEndpoint.IsHostLabel(region))
        {
            throw new ArgumentException(
                "A region consists of letters, digits and inner hyphens, and has at most 63 characters.", nameof(region));
        }

        if (TextPattern.Id.Matches(userPoolId))
        {
            throw new ArgumentException(
                $"{userPoolId} is the id of an identity pool; the id of a user pool, such as {region}_AbCdEfGhI, is needed.",
                nameof(userPoolId));
        }

        return FromIdToken(
            $"cognito-idp.{region}.{Partition.ForRegion(region).DnsSuffix}/{userPoolId}", idToken, timeProvider, expirationLeeway);
    }

    /// <summary>Creates a login with Google.</summary>
    /// <param name="idToken">The ID token that Google issued; not the access token.</param>
    /// <param name="timeProvider">The clock that decides whether the token has expired; null for the system's.</param>
    /// <param name="expirationLeeway">How long ago the token may have expired; null for one day.</param>
    /// <returns>The login.</returns>
    /// <exception cref="LoginTokenException">The token is not an ID token of Google, or it has expired.</exception>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expirationLeeway"/> is negative.</exception>
    public static Logins Google(string idToken, TimeProvider? timeProvider = null, TimeSpan? expirationLeeway = null) =>
        FromIdToken(ProviderNames.Google, idToken, timeProvider, expirationLeeway);

    /// <summary>Creates a login with Apple.</summary>
    /// <param name="idToken">The identity token that Apple issued.</param>
    /// <param name="timeProvider">The clock that decides whether the token has expired; null for the system's.</param>
    /// <param name="expirationLeeway">How long ago the token may have expired; null for one day.</param>
    /// <returns>The login.</returns>
    /// <exception cref="LoginTokenException">The token is not an identity token of Apple, or it has expired.</exception>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expirationLeeway"/> is negative.</exception>
    public static Logins Apple(string idToken, TimeProvider? timeProvider = null, TimeSpan? expirationLeeway = null) =>
        FromIdToken(ProviderNames.Apple, idToken, timeProvider, expirationLeeway);

    /// <summary>
    /// Creates a login with Facebook. The token of a Limited Login is a JSON Web Token and does not work here: use <see cref="FromJwt"/> if
    /// <c>www.facebook.com</c> is set up as an OpenID Connect provider of the identity pool.
    /// </summary>
    /// <param name="accessToken">The access token that Facebook issued. It is opaque, so it is not checked further.</param>
    /// <returns>The login.</returns>
    /// <exception cref="LoginTokenException">The token is a JSON Web Token, or begins with "Bearer ".</exception>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    public static Logins Facebook(string accessToken) => FromOpaqueToken(
        ProviderNames.Facebook,
        accessToken,
        nameof(accessToken),
        "Facebook issues a JSON Web Token for a Limited Login: use the classic login, or set up www.facebook.com as an OpenID Connect "
        + "provider of the identity pool and create the login by Logins.FromJwt.");

    /// <summary>Creates a login with Login with Amazon.</summary>
    /// <param name="accessToken">The access token that Login with Amazon issued. It is opaque, so it is not checked further.</param>
    /// <returns>The login.</returns>
    /// <exception cref="LoginTokenException">The token is a JSON Web Token, or begins with "Bearer ".</exception>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    public static Logins Amazon(string accessToken) => FromOpaqueToken(
        ProviderNames.Amazon, accessToken, nameof(accessToken), "The access tokens of Login with Amazon begin with Atza|.");

    /// <summary>Creates a login with Twitter (X), by a sign-in with OAuth 1.0a.</summary>
    /// <param name="accessToken">The user's access token (<c>oauth_token</c>).</param>
    /// <param name="accessTokenSecret">The secret of the access token (<c>oauth_token_secret</c>).</param>
    /// <returns>The login, whose token is both texts joined by a semicolon, as the service expects.</returns>
    /// <exception cref="LoginTokenException">The token is a JSON Web Token, or begins with "Bearer ".</exception>
    /// <exception cref="ArgumentException">A text is null or empty, or contains a semicolon.</exception>
    public static Logins Twitter(string accessToken, string accessTokenSecret)
    {
        ThrowIfInvalidPart(accessToken, nameof(accessToken));
        ThrowIfInvalidPart(accessTokenSecret, nameof(accessTokenSecret));
        OpaqueToken.Check(accessToken, ProviderNames.Twitter, "Pass the token and the secret of a sign-in with OAuth 1.0a.");
        return new(ProviderNames.Twitter, $"{accessToken};{accessTokenSecret}");

        static void ThrowIfInvalidPart(string text, string parameter)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(text, parameter);
            if (text.Contains(';', StringComparison.Ordinal))
            {
                throw new ArgumentException("Pass the token and its secret separately: the text contains a semicolon.", parameter);
            }
        }
    }

    /// <summary>Creates a login with an OpenID Connect provider that is set up in IAM.</summary>
    /// <param name="provider">The provider's name, such as <c>login.example.com</c>, or its https address.</param>
    /// <param name="idToken">The ID token that the provider issued.</param>
    /// <param name="timeProvider">The clock that decides whether the token has expired; null for the system's.</param>
    /// <param name="expirationLeeway">How long ago the token may have expired; null for one day.</param>
    /// <returns>The login.</returns>
    /// <exception cref="LoginTokenException">The token is not an ID token of this provider, or it has expired.</exception>
    /// <exception cref="ArgumentException">
    /// A text is null or empty, or <paramref name="provider"/> is a common name such as <c>Google</c>, which the service does not know.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expirationLeeway"/> is negative.</exception>
    public static Logins OpenIdConnect(
        string provider, string idToken, TimeProvider? timeProvider = null, TimeSpan? expirationLeeway = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        if (ProviderNames.FromCommonName(provider) is { } name)
        {
            throw new ArgumentException($"The service has no provider named {provider}; it knows that one as {name}.", nameof(provider));
        }

        return FromIdToken(IdToken.GetProvider(provider) ?? provider.TrimEnd('/'), idToken, timeProvider, expirationLeeway);
    }

    /// <summary>Creates a login with a SAML provider that is set up in IAM.</summary>
    /// <param name="providerArn">The provider's ARN, <c>arn:aws:iam::ACCOUNT:saml-provider/NAME</c>.</param>
    /// <param name="assertion">The SAML response that the provider issued, in Base64. It is not checked.</param>
    /// <returns>The login.</returns>
    /// <exception cref="ArgumentException">
    /// A text is null or empty, or <paramref name="providerArn"/> is not the ARN of a SAML provider.
    /// </exception>
    public static Logins Saml(string providerArn, string assertion)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(providerArn);
        ArgumentException.ThrowIfNullOrWhiteSpace(assertion);
        if (!providerArn.StartsWith("arn:", StringComparison.Ordinal) || !providerArn.Contains(":saml-provider/", StringComparison.Ordinal))
        {
            throw new ArgumentException(
                "A SAML provider is named by its ARN, arn:aws:iam::ACCOUNT:saml-provider/NAME.", nameof(providerArn));
        }

        return new(providerArn, assertion);
    }

    /// <summary>Creates a login of a user authenticated by your backend, for GetOpenIdTokenForDeveloperIdentity.</summary>
    /// <param name="provider">
    /// The identity pool's <c>DeveloperProviderName</c>: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, 1–128 characters.
    /// </param>
    /// <param name="userId">The user's id in your own authentication system.</param>
    /// <returns>The login.</returns>
    /// <exception cref="ArgumentException">
    /// A text is null or empty, or <paramref name="provider"/> is not the name of a developer provider.
    /// </exception>
    public static Logins Developer(string provider, string userId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        if (!TextPattern.DeveloperProviderName.Matches(provider))
        {
            throw new ArgumentException(
                "The name of a developer provider consists of letters, digits, periods, underscores and hyphens.", nameof(provider));
        }

        return new(provider, userId);
    }

    /// <summary>
    /// Creates a login with the identity provider that issued a token, by its issuer (<c>iss</c>): a user pool of any partition, Google,
    /// Apple, or any OpenID Connect provider.
    /// </summary>
    /// <param name="token">An ID token.</param>
    /// <param name="timeProvider">The clock that decides whether the token has expired; null for the system's.</param>
    /// <param name="expirationLeeway">How long ago the token may have expired; null for one day.</param>
    /// <returns>The login.</returns>
    /// <exception cref="LoginTokenException">The text is not an ID token, it has expired, or its issuer is not a provider.</exception>
    /// <exception cref="ArgumentException">The token is null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expirationLeeway"/> is negative.</exception>
    public static Logins FromJwt(string token, TimeProvider? timeProvider = null, TimeSpan? expirationLeeway = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return new(IdToken.GetProvider(token, timeProvider, expirationLeeway), token);
    }

    /// <summary>Combines these logins with others. Neither is changed.</summary>
    /// <param name="other">Logins with other identity providers.</param>
    /// <returns>All logins.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">Both have a login with the same provider; a request can have only one of each.</exception>
    public Logins And(Logins other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var tokens = new Dictionary<string, string>(Tokens, StringComparer.Ordinal);
        foreach (var (provider, token) in other.Tokens)
        {
            if (!tokens.TryAdd(provider, token))
            {
                throw new ArgumentException($"Both have a login with {provider}.", nameof(other));
            }
        }

        return new(tokens);
    }

    /// <summary>Returns whether there is a login with an identity provider.</summary>
    /// <param name="key">The provider's name.</param>
    /// <returns>True if there is one.</returns>
    public bool ContainsKey(string key) => Tokens.ContainsKey(key);

    /// <summary>Gets the token of an identity provider, if there is one. Secret.</summary>
    /// <param name="key">The provider's name.</param>
    /// <param name="value">The token; null if there is no login with the provider.</param>
    /// <returns>True if there is one.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => Tokens.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Tokens.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the names of the identity providers, with the tokens masked.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => MaskedPrinter.Masked(Tokens);

    private static Logins FromIdToken(string provider, string idToken, TimeProvider? timeProvider, TimeSpan? expirationLeeway)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(idToken);
        IdToken.Check(idToken, provider, timeProvider, expirationLeeway);
        return new(provider, idToken);
    }

    private static Logins FromOpaqueToken(string provider, string token, string parameter, string advice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token, parameter);
        OpaqueToken.Check(token, provider, advice);
        return new(provider, token);
    }

    // A debugger would show the entries of a collection, including the tokens, in screenshots and recordings.
    private sealed class MaskedView(Logins logins)
    {
        public IEnumerable<string> Providers => logins.Keys;
    }
}
