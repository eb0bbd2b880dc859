namespace CognitoIdentity.Testing;

/// <summary>An entry of Logins, its token parsed and its signature verified before the state is locked.</summary>
/// <param name="Provider">The key, as it was sent.</param>
/// <param name="Text">The token, as it was sent. It is a secret.</param>
/// <param name="Parsed">The JSON Web Token; null for a text that is not one.</param>
/// <param name="IsTrusted">Whether the signature is good, or no key is known to verify it with and that is allowed.</param>
internal sealed record LoginToken(string Provider, string Text, JsonWebTokenText? Parsed, bool IsTrusted)
{
    /// <summary>Returns the provider alone: the token is a secret.</summary>
    public override string ToString() => Provider;
}
