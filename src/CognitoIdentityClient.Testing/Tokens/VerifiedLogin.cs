using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>A login whose token is valid.</summary>
/// <param name="Login">The provider and its user.</param>
/// <param name="Token">The token's claims; null when it was opaque.</param>
/// <param name="ClientId">The app client of a user pool that the token is for; null with other providers.</param>
internal sealed record VerifiedLogin(Login Login, JsonWebTokenText? Token = null, string? ClientId = null)
{
    public string Provider => Login.Provider;

    /// <summary>Returns a claim as text: a string's own text, the JSON of anything else; null when the token lacks it.</summary>
    public string? Claim(string name)
    {
        if (Token is null || !Token.Claims.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }
}
