using System.Text;
using System.Text.Json;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Hosting;

/// <summary>
/// Random damage to what clients send beside the bodies of operations: a mistake of theirs is never a failure of the emulator.
/// </summary>
public class RandomDamageTests
{
    [Fact]
    public async Task Random_damage_to_a_signature_is_refused_and_never_causes_a_500()
    {
        const string Json = """{"MaxResults":1}""";
        await using var service = await TestEmulator.StartAsync(options => options.AcceptIssuedCredentials = true);
        var damage = new Damage(1);
        for (var i = 0; i < 400; i++)
        {
            using var request = service.Request("ListIdentityPools", Json);
            var name = (i % 3) switch { 0 => "X-Amz-Date", 1 => "X-Amz-Security-Token", _ => "Authorization" };
            var signer = i % 3 == 1 ? new RequestSigner("ASIAEXAMPLE", SessionToken: IssuedSessionText()) : new();
            signer.Sign(request, Json, service.Now);
            var good = request.Headers.GetValues(name).Single();
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, damage.Apply(good));
            var response = await service.SendAsync(request);
            Assert.True(response.Status is 200 or 400, $"{response.Status} {response.Body}");
        }
    }

    [Fact]
    public async Task Random_damage_to_a_signature_in_the_query_is_refused_and_never_causes_a_500()
    {
        await using var service = await TestEmulator.StartAsync();
        var damage = new Damage(2);
        for (var i = 0; i < 300; i++)
        {
            using var request = service.Request("ListIdentityPools", """{"MaxResults":1}""");
            var query = damage.Apply(
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261122%2Fus-east-1%2Fcognito-identity"
                + "%2Faws4_request&X-Amz-Date=20261122T120000Z&X-Amz-SignedHeaders=host&X-Amz-Security-Token=t&X-Amz-Signature=00");
            request.RequestUri = new UriBuilder(service.Emulator.Endpoint) { Query = query }.Uri;
            var response = await service.SendAsync(request);
            Assert.True(response.Status is 400 or 404, $"{query}: {response.Status} {response.Body}");
        }
    }

    [Fact]
    public async Task Random_damage_to_a_login_token_is_refused_and_never_causes_a_500()
    {
        const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";
        await using var service = await TestEmulator.StartAsync(options => options.TrustedKeys = JwtKey.Provider.KeySet);
        var pool = service.Emulator.Seed(new()
        {
            UserPools = new Dictionary<string, string> { [UserPool] = "client" },
            DeveloperProviderName = "login.dev",
        });
        var own = (await service.DeveloperTokenAsync(pool, """{"login.dev":"bob"}""")).Ok();
        var token = JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", service.Now);
        var alice = await service.GetIdAsync(pool, $$"""{"{{UserPool}}":"{{token}}"}""");
        var damage = new Damage(3);
        for (var i = 0; i < 300; i++)
        {
            var (id, provider, good) = i % 2 == 0
                ? (alice, UserPool, token)
                : (own.Text("IdentityId"), "cognito-identity.amazonaws.com", own.Text("Token"));
            // Damage to the text of the claims, whose signature is then wrong, and to the token itself.
            var parts = good.Split('.');
            var claims = Encoding.UTF8.GetString(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(parts[1]));
            var damaged = i % 4 < 2
                ? damage.Apply(good)
                : $"{parts[0]}.{Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(damage.Apply(claims))}.{parts[2]}";
            var json = JsonSerializer.Serialize(new { IdentityId = id, Logins = new Dictionary<string, string> { [provider] = damaged } });
            var response = await service.CallAsync("GetCredentialsForIdentity", json);
            Assert.True(response.Status is 200 or 400, $"{damaged}: {response.Status} {response.Body}");
        }
    }

    [Fact]
    public async Task Random_damage_to_a_snapshot_gives_the_one_error_or_a_state_that_works()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new()
        {
            Id = "us-east-1:1",
            DeveloperProviderName = "login.dev",
            Tags = new Dictionary<string, string> { ["a"] = "b" },
            Identities = [new() { Id = "us-east-1:2", Logins = new Dictionary<string, string> { ["login.dev"] = "bob" } }],
        });
        var good = service.Emulator.TakeSnapshot();
        var damage = new Damage(4);
        for (var i = 0; i < 400; i++)
        {
            try
            {
                service.Emulator.RestoreSnapshot(damage.Apply(good));
            }
            catch (InvalidSnapshotException)
            {
                service.Emulator.RestoreSnapshot(good);
            }

            (await service.CallAsync("ListIdentityPools", """{"MaxResults":60}""")).Ok();
            Assert.InRange((await service.CallAsync("GetId", """{"IdentityPoolId":"us-east-1:1"}""")).Status, 200, 400);
        }
    }

    private static string IssuedSessionText() => new IssuedSession
    {
        IdentityId = "us-east-1:0",
        RoleArn = "arn:aws:iam::123456789012:role/r",
        PrincipalTags = new Dictionary<string, string>(),
        Expiration = TestEmulator.Start.AddHours(1),
    }.ToSessionToken();
}
