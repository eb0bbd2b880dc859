using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing;

/// <summary>The keys and the name by which the login tokens of one identity provider are verified.</summary>
public sealed record TrustedIssuer
{
    /// <summary>Creates an issuer without keys of its own.</summary>
    /// <param name="providerName">The name of the provider in an identity pool: <see cref="ProviderName"/>.</param>
    public TrustedIssuer(string providerName) => ProviderName = providerName;

    /// <summary>
    /// Gets the name of the provider in an identity pool, such as <c>cognito-idp.us-east-1.amazonaws.com/us-east-1_abc</c> or
    /// <c>login.example.com</c>. A user pool that is emulated may have any name, such as <c>localhost:9229/local_abc</c>.
    /// </summary>
    public string ProviderName { get; init; }

    /// <summary>
    /// Gets the issuer (<c>iss</c>) of the tokens, such as <c>http://localhost:9229/local_abc</c>. A slash at the end does not matter.
    /// Default: null, which is <c>https://</c> and the provider's name.
    /// </summary>
    public string? Issuer { get; init; }

    /// <summary>
    /// Gets the keys of the provider: a token that none of them signed is refused. Default: null, which is
    /// <see cref="EmulatorOptions.TrustedKeys"/>.
    /// </summary>
    public JsonWebKeySet? Keys { get; init; }

    /// <summary>
    /// Gets the callback that fetches the current keys of the provider. It is called when a token names a key id that <see cref="Keys"/>,
    /// or the keys fetched last, do not have; at most once in 5 seconds of real time. If it throws, the log has the exception and the token
    /// is refused. Default: null, and <see cref="Keys"/> never change.
    /// </summary>
    public Func<CancellationToken, Task<JsonWebKeySet>>? FetchKeys { get; init; }
}
