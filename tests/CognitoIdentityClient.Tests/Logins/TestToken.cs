using System.Text;
using CognitoIdentity.Tests.Operations;

// Not "Logins": that would hide the class of this name from all tests.
namespace CognitoIdentity.Tests.LoginTokens;

/// <summary>Unsigned JSON web tokens, and the time at which they are valid.</summary>
internal static class TestToken
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TimeProvider Clock { get; } = new StoppedClock();

    /// <summary>A token of the user pool of the golden files.</summary>
    public static string UserPool(string use) => use == "id"
        ? Of($$"""{"iss":"https://{{Example.UserPool}}","aud":"{{Example.ClientId}}","token_use":"id","exp":{{Expiration}},"sub":"1"}""")
        : Of($$"""{"iss":"https://{{Example.UserPool}}","client_id":"{{Example.ClientId}}","token_use":"{{use}}","exp":{{Expiration}}}""");

    public static string Issued(string issuer) => Of($$"""{"iss":"{{issuer}}","aud":"app","exp":{{Expiration}}}""");

    public static string Of(string claims, string header = """{"alg":"RS256","kid":"1","typ":"JWT"}""") =>
        $"{Encode(header)}.{Encode(claims)}.c2lnbmF0dXJl";

    public static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static long Expiration => Now.AddHours(1).ToUnixTimeSeconds();

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
