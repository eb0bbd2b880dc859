using System.Text;
using System.Text.Json;

namespace CognitoIdentity.Tests.Support;

/// <summary>JSON Web Tokens without a valid signature, for code that only reads them.</summary>
public static class Jwt
{
    /// <summary>Creates a token from the text of its claims and its header, whether or not they are JSON.</summary>
    public static string Unsigned(string claims, string header = """{"alg":"RS256","kid":"1","typ":"JWT"}""") =>
        $"{Encode(header)}.{Encode(claims)}.{Encode("signature")}";

    /// <summary>Creates a token from an object whose properties are its claims.</summary>
    public static string Unsigned(object claims) => Unsigned(JsonSerializer.Serialize(claims));

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    /// <summary>Encodes bytes in the Base64 for URLs, without padding (RFC 7515, section 2).</summary>
    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
