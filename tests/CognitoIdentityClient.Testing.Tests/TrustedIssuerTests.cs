using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests;

public class TrustedIssuerTests
{
    private const string LocalPool = "localhost:9229/local_abc";
    private const string LocalIssuer = "http://localhost:9229/local_abc";
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";

    [Fact]
    public async Task User_pool_on_this_machine_is_usable_by_its_own_issuer()
    {
        await using var service = await TestEmulator.StartAsync(options => options.TrustedIssuers =
            [new(LocalPool) { Issuer = LocalIssuer, Keys = JwtKey.Provider.KeySet }]);
        var pool = await service.CreatePoolAsync($$"""
            "CognitoIdentityProviders":[{"ProviderName":"{{LocalPool}}","ClientId":"client"}]
            """);

        await service.GetIdAsync(pool, Logins(LocalPool, JwtKey.Provider.Sign(LocalIssuer, "client", "alice", service.Now)));
        (await GetIdAsync(service, pool, LocalPool, JwtKey.Forger.Sign(LocalIssuer, "client", "alice", service.Now)))
            .IsError("NotAuthorizedException", "Invalid login token. Couldn't verify signed token.");
        (await GetIdAsync(service, pool, LocalPool, JwtKey.Provider.Sign($"https://{LocalPool}", "client", "alice", service.Now)))
            .IsError("NotAuthorizedException", "Invalid login token. Issuer doesn't match providerName");
        (await GetIdAsync(service, pool, LocalPool, "a text"))
            .IsError("NotAuthorizedException", "Invalid login token. Not a valid OpenId Connect identity token.");
    }

    [Fact]
    public async Task Key_of_one_provider_does_not_concern_the_others()
    {
        await using var service = await TestEmulator.StartAsync(options => options.TrustedIssuers =
            [new(UserPool) { Keys = JwtKey.Provider.KeySet }]);
        var pool = await service.CreatePoolAsync($$"""
            "CognitoIdentityProviders":[{"ProviderName":"{{UserPool}}","ClientId":"client"}],"SupportedLoginProviders":{"accounts.google.com":"app"}
            """);
        (await GetIdAsync(service, pool, UserPool, JwtKey.Forger.Sign($"https://{UserPool}", "client", "alice", service.Now)))
            .IsError("NotAuthorizedException", "Invalid login token. Couldn't verify signed token.");
        (await GetIdAsync(
            service, pool, "accounts.google.com", JwtKey.Forger.Sign("https://accounts.google.com", "app", "alice", service.Now))).Ok();
    }

    [Fact]
    public async Task Tokens_that_no_known_key_verifies_can_be_rejected()
    {
        await using var service = await TestEmulator.StartAsync(options =>
        {
            options.RejectUnsignedTokens = true;
            options.TrustedIssuers = [new(UserPool) { Keys = JwtKey.Provider.KeySet }];
        });
        var pool = await service.CreatePoolAsync($$"""
            "CognitoIdentityProviders":[{"ProviderName":"{{UserPool}}","ClientId":"client"}],
            "SupportedLoginProviders":{"accounts.google.com":"app","graph.facebook.com":"1"}
            """);
        (await GetIdAsync(service, pool, UserPool, JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", service.Now))).Ok();
        (await GetIdAsync(service, pool, "graph.facebook.com", "a text that only Facebook can read")).Ok();
        (await GetIdAsync(
            service, pool, "accounts.google.com", JwtKey.Provider.Sign("https://accounts.google.com", "app", "alice", service.Now)))
            .IsError("NotAuthorizedException", "Invalid login token. Couldn't verify signed token.");
        (await GetIdAsync(service, pool, "accounts.google.com", "alice"))
            .IsError("NotAuthorizedException", "Invalid login token. Not a valid OpenId Connect identity token.");
    }

    private static string Logins(string provider, string token) => $$"""{"{{provider}}":"{{token}}"}""";

    private static Task<EmulatorResponse> GetIdAsync(TestEmulator service, string pool, string provider, string token) =>
        service.CallAsync("GetId", $$$"""{"IdentityPoolId":"{{{pool}}}","Logins":{{{Logins(provider, token)}}}}""");
}
