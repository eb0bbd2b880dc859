using CognitoIdentity.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CognitoIdentity.Testing.Tests.Rules;

public class PrincipalTagTests
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";

    [Fact]
    public async Task Map_is_returned_as_it_was_set()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = Seed(service);
        var expected =
            $$$"""{"IdentityPoolId":"{{{pool}}}","IdentityProviderName":"{{{UserPool}}}","PrincipalTags":{"tenant":"custom:tenant"},"UseDefaults":false}""";
        Assert.Equal(expected, (await SetAsync(service, pool, "\"PrincipalTags\":{\"tenant\":\"custom:tenant\"}")).Body);
        var got = await service.CallAsync(
            "GetPrincipalTagAttributeMap", $$"""{"IdentityPoolId":"{{pool}}","IdentityProviderName":"{{UserPool}}"}""");
        Assert.Equal(expected, got.Ok().Body);
    }

    [Fact]
    public async Task Map_with_defaults_has_username_and_client()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = Seed(service);
        var response = await SetAsync(service, pool, "\"UseDefaults\":true,\"PrincipalTags\":{\"ignored\":\"x\"}");
        Assert.Equal("""{"username":"sub","client":"aud"}""", response.Json.GetProperty("PrincipalTags").GetRawText());
        Assert.True(response.Json.GetProperty("UseDefaults").GetBoolean());
    }

    [Fact]
    public async Task Map_that_was_never_set_is_not_found()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync(
            "GetPrincipalTagAttributeMap", $$"""{"IdentityPoolId":"{{Seed(service)}}","IdentityProviderName":"{{UserPool}}"}""");
        Assert.Equal("ResourceNotFoundException", response.ErrorCode);
    }

    [Theory]
    [InlineData("\"UseDefaults\":true", """{"client":["client"],"username":["user"]}""")]
    [InlineData("\"PrincipalTags\":{\"tenant\":\"custom:tenant\",\"missing\":\"none\"}", """{"tenant":["blue"]}""")]
    public async Task Claims_become_tags_of_the_token_and_of_the_session(string members, string tags)
    {
        await using var service = await TestEmulator.StartAsync();
        var tokens = JwtKey.Provider;
        var pool = Seed(service);
        await SetAsync(service, pool, members);
        var claims = new Dictionary<string, string> { ["custom:tenant"] = "blue" };
        var logins = $$"""{"{{UserPool}}":"{{tokens.Sign("https://" + UserPool, "client", "user", service.Now, claims)}}"}""";
        var request = "{\"IdentityId\":\"" + await service.GetIdAsync(pool, logins) + "\",\"Logins\":" + logins + "}";

        var token = new JsonWebToken((await service.CallAsync("GetOpenIdToken", request)).Ok().Text("Token"));
        var session = IssuedSession.Read(
            (await service.CallAsync("GetCredentialsForIdentity", request)).Ok().Json.GetProperty("Credentials").GetProperty("SessionToken")
                .GetString()!);

        var inToken = token.GetPayloadValue<System.Text.Json.JsonElement>("https://aws.amazon.com/tags").GetProperty("principal_tags");
        Assert.Equal(tags, inToken.GetRawText());
        Assert.Equal(
            tags,
            "{" + string.Join(',', session.PrincipalTags.OrderBy(tag => tag.Key).Select(tag => $"\"{tag.Key}\":[\"{tag.Value}\"]")) + "}");
    }

    [Fact]
    public void Text_that_is_not_a_session_token_cannot_be_read()
    {
        foreach (var text in new[] { "", "not base64!", "e30=", "bnVsbA==", "AQoD" })
        {
            Assert.Throws<FormatException>(() => IssuedSession.Read(text));
        }
    }

    private static string Seed(TestEmulator service) =>
        service.Emulator.Seed(new() { UserPools = new Dictionary<string, string> { [UserPool] = "client" } });

    private static async Task<EmulatorResponse> SetAsync(TestEmulator service, string pool, string members) => (await service.CallAsync(
        "SetPrincipalTagAttributeMap",
        "{\"IdentityPoolId\":\"" + pool + "\",\"IdentityProviderName\":\"" + UserPool + "\"," + members + "}")).Ok();
}
