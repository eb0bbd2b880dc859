using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing.Tests.Control;

/// <summary>Makes tokens of a user pool. Their signature is none: without trusted keys the emulator checks only the claims.</summary>
internal static class UserPoolToken
{
    public static string Make(string issuer, string audience, string subject, DateTimeOffset now, object? more = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["sub"] = subject,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        foreach (var claim in JsonSerializer.SerializeToElement(more ?? new { }).EnumerateObject())
        {
            claims[claim.Name] = claim.Value;
        }

        return $"{Part(new { alg = "RS256", kid = "test" })}.{Part(claims)}.AAAA";
    }

    private static string Part(object value) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(value));
}
