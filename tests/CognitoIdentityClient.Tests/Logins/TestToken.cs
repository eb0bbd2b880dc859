using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Time.Testing;

// Not "Logins": that would hide the class of this name from all tests.
namespace CognitoIdentity.Tests.UserLogins;

/// <summary>Unsigned login tokens of the golden files, and the time at which they are valid.</summary>
internal static class TestToken
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TimeProvider Clock { get; } = new FakeTimeProvider(Now);

    /// <summary>A token of the user pool of the golden files.</summary>
    public static string UserPool(string use) => use == "id"
        ? Jwt.Unsigned(
            $$"""{"iss":"https://{{Example.UserPool}}","aud":"{{Example.ClientId}}","token_use":"id","exp":{{Expiration}},"sub":"1"}""")
        : Jwt.Unsigned(
            $$"""{"iss":"https://{{Example.UserPool}}","client_id":"{{Example.ClientId}}","token_use":"{{use}}","exp":{{Expiration}}}""");

    public static string Issued(string issuer) => Jwt.Unsigned($$"""{"iss":"{{issuer}}","aud":"app","exp":{{Expiration}}}""");

    /// <summary>The message alone, which the hint of the reason follows.</summary>
    public static string WithoutHint(this LoginTokenException exception) =>
        exception.Message[..exception.Message.IndexOf(" Hint: ", StringComparison.Ordinal)];

    private static long Expiration => Now.AddHours(1).ToUnixTimeSeconds();
}
