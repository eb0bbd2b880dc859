using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Rules;

public class LoginVerifierTests
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";

    // {"alg":"none"} and {"iss":"x"}
    private const string JsonWebToken = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.";

    private const string Members =
        $$"""
        "CognitoIdentityProviders": [{ "ProviderName": "{{UserPool}}", "ClientId": "client" }, { "ProviderName": "{{UserPool}}",
            "ClientId": "client2" }],
        "OpenIdConnectProviderARNs": ["arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant"],
        "SamlProviderARNs": ["arn:aws:iam::123456789012:saml-provider/example"],
        "SupportedLoginProviders": { "accounts.google.com": "google-app", "appleid.apple.com": "apple-app", "graph.facebook.com": "1" }
        """;

    [Theory]
    [InlineData(UserPool, "https://" + UserPool, "client")]
    [InlineData(UserPool, "https://" + UserPool, "client2")]
    [InlineData("login.example.com/tenant", "https://login.example.com/tenant", "anything")]
    [InlineData("accounts.google.com", "https://accounts.google.com", "google-app")]
    [InlineData("accounts.google.com", "accounts.google.com", "google-app")]
    [InlineData("appleid.apple.com", "https://appleid.apple.com", "apple-app")]
    public async Task Token_of_a_configured_provider_identifies_its_user_by_the_subject(string provider, string issuer, string audience)
    {
        await using var service = await TestEmulator.StartAsync();
        var tokens = JwtKey.Provider;
        var pool = await service.CreatePoolAsync(Members);
        var first = tokens.Sign(issuer, audience, "user", service.Now);
        service.Time.Advance(TimeSpan.FromMinutes(1));
        var later = tokens.Sign(issuer, audience, "user", service.Now);
        var other = tokens.Sign(issuer, audience, "other", service.Now);

        var id = await service.GetIdAsync(pool, Logins(provider, first));

        Assert.Equal(id, await service.GetIdAsync(pool, Logins(provider, later)));
        Assert.NotEqual(id, await service.GetIdAsync(pool, Logins(provider, other)));
    }

    [Theory]
    [InlineData(UserPool, "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_other", "client",
        "Invalid login token. Issuer doesn't match providerName")]
    [InlineData("accounts.google.com", "https://login.example.com", "google-app", "Invalid login token. Issuer doesn't match providerName")]
    [InlineData(UserPool, "https://" + UserPool, "other", "Token is not from a supported provider of this identity pool.")]
    [InlineData("appleid.apple.com", "https://appleid.apple.com", "other", "Invalid login token. Incorrect token audience.")]
    [InlineData(
        "accounts.google.com", "https://accounts.google.com", "other", "Token is not from a supported provider of this identity pool.")]
    public async Task Token_for_somebody_else_is_refused(string provider, string issuer, string audience, string message)
    {
        await using var service = await TestEmulator.StartAsync();
        var tokens = JwtKey.Provider;
        var pool = await service.CreatePoolAsync(Members);
        (await GetIdAsync(service, pool, provider, tokens.Sign(issuer, audience, "user", service.Now)))
            .IsError("NotAuthorizedException", message);
    }

    [Theory]
    [InlineData("""{"aud":"client","sub":"u","exp":9999999999}""", "iss")]
    [
        InlineData(
            """{"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789","client_id":"client","sub":"u","exp":9999999999}""",
            "aud")]
    [InlineData("""{"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789","aud":"client","exp":9999999999}""", "sub")]
    [InlineData("""{"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789","aud":"client","sub":"u"}""", "exp")]
    public async Task Token_without_a_required_claim_is_refused(string payload, string claim)
    {
        await using var service = await TestEmulator.StartAsync();
        var tokens = JwtKey.Provider;
        var pool = await service.CreatePoolAsync(Members);
        (await GetIdAsync(service, pool, UserPool, tokens.Sign(payload)))
            .IsError("NotAuthorizedException", $"Invalid login token. Missing a required claim: {claim}");
    }

    [Fact]
    public async Task Token_is_good_until_it_expires_by_the_emulators_clock()
    {
        await using var service = await TestEmulator.StartAsync();
        var tokens = JwtKey.Provider;
        var pool = await service.CreatePoolAsync(Members);
        var token = tokens.Sign("https://" + UserPool, "client", "user", service.Now);
        service.Time.Advance(TimeSpan.FromSeconds(3599));
        (await GetIdAsync(service, pool, UserPool, token)).Ok();
        service.Time.Advance(TimeSpan.FromSeconds(1));
        (await GetIdAsync(service, pool, UserPool, token))
            .IsError("NotAuthorizedException", "Invalid login token. Token expired: 1795352400 >= 1795352400");
    }

    [Theory]
    [InlineData("graph.facebook.com")]
    [InlineData("arn:aws:iam::123456789012:saml-provider/example")]
    [InlineData(UserPool)]
    [InlineData("login.example.com/tenant")]
    public async Task Opaque_token_identifies_its_user_by_its_own_text(string provider)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var id = await service.GetIdAsync(pool, Logins(provider, "opaque"));
        Assert.Equal(id, await service.GetIdAsync(pool, Logins(provider, "opaque")));
        Assert.NotEqual(id, await service.GetIdAsync(pool, Logins(provider, "another")));
    }

    [Theory]
    [InlineData("www.amazon.com", "token", "Token is not from a supported provider of this identity pool.")]
    [InlineData("login.example.com", "token", "Invalid login token. Not a valid OpenId Connect identity token.")]
    [InlineData("login.example.com", JsonWebToken, "Invalid login token. Issuer doesn't match providerName")]
    [InlineData(
        "cognito-idp.us-east-1.amazonaws.com/us-east-1_other", "token", "Token is not from a supported provider of this identity pool.")]
    public async Task Provider_that_the_pool_does_not_have_is_refused(string provider, string token, string message)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        (await GetIdAsync(service, pool, provider, token)).IsError("NotAuthorizedException", message);
    }

    // The key, the issuer of the token and whether the pool lists a provider, from failures that users reported in public.
    [Theory]
    [InlineData("accounts.google.com", "https://cognito-idp.eu-west-3.amazonaws.com/eu-west-3_ExampleId1", true)]
    [InlineData("cognito-idp.us-east-1.amazonaws.com/us-east-1:11111111-2222-3333-4444-555555555555", "https://" + UserPool, true)]
    [InlineData("cognito-idp.us-east-1.amazonaws.com/ap-northeast-1_ExampleId1",
        "https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_ExampleId1", true)]
    [InlineData("cognito-idp.eu_west_1.amazonaws.com/eu-west-1_ExampleId1",
        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_ExampleId1", true)]
    [InlineData("cognito-idp:us-east-1.amazonaws.com/us-east-1_123456789", "https://" + UserPool, true)]
    [InlineData("loginKey", "https://" + UserPool, true)]
    [InlineData("cognito-identity.cn-north-1.amazonaws.com.cn", "https://cognito-identity.amazonaws.com", false)]
    public async Task Issuer_is_compared_with_a_key_that_the_pool_does_not_list(string key, string issuer, bool listsProviders)
    {
        await using var service = await TestEmulator.StartAsync();
        const string UserPoolAlone = $$"""
            "DeveloperProviderName": "login.example", "CognitoIdentityProviders": [{ "ProviderName": "{{UserPool}}", "ClientId": "client" }]
            """;
        var pool = await service.CreatePoolAsync(listsProviders ? UserPoolAlone : "");
        (await GetIdAsync(service, pool, key, JwtKey.Provider.Sign(issuer, "client", "user", service.Now)))
            .IsError("NotAuthorizedException", "Invalid login token. Issuer doesn't match providerName");
    }

    [Fact]
    public async Task Token_without_an_issuer_does_not_match_a_key_that_the_pool_does_not_list()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        (await GetIdAsync(service, pool, "accounts.google.com", JwtKey.Provider.Sign("""{"aud":"app","sub":"u","exp":9999999999}""")))
            .IsError("NotAuthorizedException", "Invalid login token. Issuer doesn't match providerName");
    }

    [Fact]
    public async Task Provider_of_the_token_that_the_pool_does_not_list_is_not_supported()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"SupportedLoginProviders\": { \"graph.facebook.com\": \"1\" }");
        (await GetIdAsync(
            service, pool, "accounts.google.com", JwtKey.Provider.Sign("https://accounts.google.com", "app", "user", service.Now)))
            .IsError("NotAuthorizedException", "Token is not from a supported provider of this identity pool.");
    }

    [Fact]
    public async Task Pool_without_any_provider_says_so()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        (await GetIdAsync(service, pool, "graph.facebook.com", "token"))
            .IsError("NotAuthorizedException", $"Identity pool - {pool} does not have identity providers configured.");
    }

    [Fact]
    public async Task Trusted_keys_verify_signatures_and_leave_no_room_for_opaque_tokens()
    {
        var trusted = JwtKey.Provider;
        var forger = JwtKey.Forger;
        await using var service = await TestEmulator.StartAsync(options => options.TrustedKeys = trusted.KeySet);
        var pool = await service.CreatePoolAsync(Members);
        var good = trusted.Sign("https://" + UserPool, "client", "user", service.Now);

        (await GetIdAsync(service, pool, UserPool, good)).Ok();
        var parts = good.Split('.');
        string[] bad =
            [forger.Sign("https://" + UserPool, "client", "user", service.Now), $"{parts[0]}.{parts[1]}.AAAA", $"{parts[0]}.{parts[1]}."];
        foreach (var token in bad)
        {
            (await GetIdAsync(service, pool, UserPool, token))
                .IsError("NotAuthorizedException", "Invalid login token. Couldn't verify signed token.");
        }

        (await GetIdAsync(service, pool, UserPool, "opaque"))
            .IsError("NotAuthorizedException", "Invalid login token. Not a valid OpenId Connect identity token.");
        (await GetIdAsync(service, pool, "graph.facebook.com", "opaque")).Ok();
    }

    private static string Logins(string provider, string token) => $$"""{"{{provider}}":"{{token}}"}""";

    private static Task<EmulatorResponse> GetIdAsync(TestEmulator service, string pool, string provider, string token) =>
        service.CallAsync("GetId", $$$"""{"IdentityPoolId":"{{{pool}}}","Logins":{{{Logins(provider, token)}}}}""");
}
