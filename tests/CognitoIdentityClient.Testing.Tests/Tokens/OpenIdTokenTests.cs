using System.Text.Json;
using CognitoIdentity.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing.Tests.Tokens;

public class OpenIdTokenTests
{
    private const string Members = "\"DeveloperProviderName\":\"login.dev\",\"SupportedLoginProviders\":{\"graph.facebook.com\":\"1\"}";

    [Fact]
    public async Task Token_of_a_guest_has_the_documented_claims_and_lasts_ten_minutes()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        var guest = await service.GetIdAsync(pool);
        var token = await VerifyAsync(service, (await service.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{guest}}"}""")).Ok(), pool);

        Assert.Equal("RS512", token.Alg);
        Assert.NotEmpty(token.Kid);
        Assert.Equal("JWS", token.Typ);
        Assert.Equal((guest, "https://cognito-identity.amazonaws.com"), (token.Subject, token.Issuer));
        Assert.Equal([pool], token.Audiences);
        Assert.Equal(["unauthenticated"], token.GetPayloadValue<string[]>("amr"));
        Assert.Equal(
            $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{pool}",
            token.GetPayloadValue<string>("https://cognito-identity.amazonaws.com/identity-pool-arn"));
        using var claims = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));
        Assert.Equal(
            ["sub", "aud", "amr", "iss", "https://cognito-identity.amazonaws.com/identity-pool-arn", "exp", "iat"],
            claims.RootElement.EnumerateObject().Select(claim => claim.Name));
        Assert.Equal((service.Now, service.Now.AddMinutes(10)), (new DateTimeOffset(token.IssuedAt), new DateTimeOffset(token.ValidTo)));
    }

    [Fact]
    public async Task Token_of_a_developer_user_names_the_user_and_lasts_fifteen_minutes()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var token = await VerifyAsync(
            service, (await service.DeveloperTokenAsync(pool, """{"login.dev":"one","graph.facebook.com":"alice"}""")).Ok(), pool);
        Assert.Equal(
            ["authenticated", "login.dev", $"login.dev:{pool}:one", "graph.facebook.com", $"graph.facebook.com:{pool}:alice"],
            token.GetPayloadValue<string[]>("amr"));
        Assert.Equal(service.Now.AddMinutes(15), new DateTimeOffset(token.ValidTo));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(86_400)]
    public async Task Token_of_a_developer_user_lasts_as_long_as_asked(int seconds)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var response = await service.DeveloperTokenAsync(pool, """{"login.dev":"one"}""", moreMembers: $"\"TokenDuration\":{seconds}");
        Assert.Equal(service.Now.AddSeconds(seconds), new DateTimeOffset((await VerifyAsync(service, response.Ok(), pool)).ValidTo));
    }

    [Fact]
    public async Task Principal_tags_of_a_developer_user_are_in_the_token_and_in_the_session()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new() { DeveloperProviderName = "login.dev" });
        var response =
            await service.DeveloperTokenAsync(pool, """{"login.dev":"one"}""", moreMembers: "\"PrincipalTags\":{\"team\":\"blue\"}");
        var token = await VerifyAsync(service, response.Ok(), pool);
        Assert.Equal(
            """{"principal_tags":{"team":["blue"]},"transitive_tag_keys":["team"]}""",
            token.GetPayloadValue<JsonElement>("https://aws.amazon.com/tags").GetRawText());

        var session = await SessionAsync(service, response.Text("IdentityId"), response.Text("Token"));
        Assert.Equal(new Dictionary<string, string> { ["team"] = "blue" }, session.PrincipalTags);
        Assert.Equal("arn:aws:iam::123456789012:role/authenticated", session.RoleArn);
    }

    [Fact]
    public async Task Developer_token_in_GetCredentialsForIdentity_works_until_it_expires()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new() { DeveloperProviderName = "login.dev" });
        var response = (await service.DeveloperTokenAsync(pool, """{"login.dev":"one"}""")).Ok();
        service.Time.Advance(TimeSpan.FromSeconds((15 * 60) - 1));
        await SessionAsync(service, response.Text("IdentityId"), response.Text("Token"));
        service.Time.Advance(TimeSpan.FromSeconds(1));
        (await CredentialsAsync(service, response.Text("IdentityId"), response.Text("Token")))
            .IsError("NotAuthorizedException", "Invalid login token. Token expired: 1795349700 >= 1795349700");
    }

    [Fact]
    public async Task Developer_token_of_another_identity_or_another_maker_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var forger = JwtKey.Forger;
        var pool = service.Emulator.Seed(new() { DeveloperProviderName = "login.dev" });
        var one = (await service.DeveloperTokenAsync(pool, """{"login.dev":"one"}""")).Ok();
        var two = (await service.DeveloperTokenAsync(pool, """{"login.dev":"two"}""")).Ok().Text("IdentityId");
        (await CredentialsAsync(service, two, one.Text("Token"))).IsError(
            "NotAuthorizedException",
            "Logins don't match. Please include at least one valid login for this identity or identity pool.");
        var forged = forger.Sign("https://cognito-identity.amazonaws.com", pool, two, service.Now);
        Assert.Equal("NotAuthorizedException", (await CredentialsAsync(service, two, forged)).ErrorCode);
    }

    [Theory]
    [InlineData("GetId", "IdentityPoolId")]
    [InlineData("GetOpenIdToken", "IdentityId")]
    public async Task Developer_token_anywhere_else_is_refused(string operation, string member)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var response = (await service.DeveloperTokenAsync(pool, """{"login.dev":"one"}""")).Ok();
        var id = member == "IdentityId" ? response.Text("IdentityId") : pool;
        (await service.CallAsync(
            operation, $$$"""{"{{{member}}}":"{{{id}}}","Logins":{"cognito-identity.amazonaws.com":"{{{response.Text("Token")}}}"}}"""))
            .IsError("NotAuthorizedException", "Invalid login token. Can't pass in a Cognito token.");
    }

    [Fact]
    public async Task Configuration_document_names_the_issuer_and_its_algorithm()
    {
        await using var service = await TestEmulator.StartAsync();
        var response =
            await service.SendAsync(new(HttpMethod.Get, new Uri(service.Emulator.Endpoint, "/.well-known/openid-configuration")));
        Assert.Equal("https://cognito-identity.amazonaws.com", response.Ok().Text("issuer"));
        Assert.Equal($"{service.Emulator.Endpoint}.well-known/jwks_uri", response.Text("jwks_uri"));
        Assert.Equal("RS512", response.Json.GetProperty("id_token_signing_alg_values_supported")[0].GetString());
    }

    [Fact]
    public async Task Configuration_document_read_in_process_names_the_address_that_was_asked()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.SendAsync(
            new(HttpMethod.Get, "https://cognito-identity.amazonaws.com/.well-known/openid-configuration"));
        Assert.Equal("https://cognito-identity.amazonaws.com/.well-known/jwks_uri", response.Ok().Text("jwks_uri"));
    }

    /// <summary>
    /// Verifies the token of a response as a relying party does that knows only the emulator's configuration document: with the keys
    /// and the issuer that it leads to, over HTTP.
    /// </summary>
    private static async Task<JsonWebToken> VerifyAsync(TestEmulator service, EmulatorResponse response, string audience)
    {
        using var http = new HttpClient();
        using var configuration = JsonDocument.Parse(
            await http.GetStringAsync(new Uri(service.Emulator.Endpoint, "/.well-known/openid-configuration")));
        var keys = new JsonWebKeySet(await http.GetStringAsync(new Uri(configuration.RootElement.GetProperty("jwks_uri").GetString()!)));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(response.Text("Token"), new()
        {
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidIssuer = configuration.RootElement.GetProperty("issuer").GetString(),
            ValidAudience = audience,
            ValidAlgorithms = ["RS512"],
            LifetimeValidator = (_, expires, _, _) => expires > service.Now.UtcDateTime,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        return (JsonWebToken)result.SecurityToken;
    }

    private static Task<EmulatorResponse> CredentialsAsync(TestEmulator service, string identity, string token) => service.CallAsync(
        "GetCredentialsForIdentity", $$$"""{"IdentityId":"{{{identity}}}","Logins":{"cognito-identity.amazonaws.com":"{{{token}}}"}}""");

    private static async Task<IssuedSession> SessionAsync(TestEmulator service, string identity, string token) => IssuedSession.Read(
        (await CredentialsAsync(service, identity, token)).Ok().Json.GetProperty("Credentials").GetProperty("SessionToken").GetString()!);
}
