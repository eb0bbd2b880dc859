using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Setup;

public sealed partial class SeedFileTests : IDisposable
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";

    private const string Whole =
        $$"""
        // Comments and trailing commas are allowed.
        {
          "$schema": "seed.schema.json",
          "pools": [
            {
              "id": "us-east-1:00000000-0000-4000-8000-000000000001",
              "accountId": "210987654321",
              "name": "Shop",
              "allowUnauthenticatedIdentities": false,
              "allowClassicFlow": true,
              "developerProviderName": "login.shop",
              "supportedLoginProviders": { "graph.facebook.com": "1" },
              "userPools": { "{{UserPool}}": "web" },
              "cognitoIdentityProviders": [{ "providerName": "{{UserPool}}", "clientId": "phone", "serverSideTokenCheck": true }],
              "openIdConnectProviderArns": ["arn:aws:iam::210987654321:oidc-provider/login.example.com"],
              "samlProviderArns": ["arn:aws:iam::210987654321:saml-provider/example"],
              "tags": { "team": "blue" },
              "authenticatedRoleArn": "arn:aws:iam::210987654321:role/customer",
              "unauthenticatedRoleArn": null,
              "roleMappings": {
                "{{UserPool}}:web": {
                  "type": "Rules",
                  "ambiguousRoleResolution": "Deny",
                  "rules": [{ "claim": "level", "matchType": "Equals", "value": "7", "roleArn": "arn:aws:iam::210987654321:role/admin" }]
                }
              },
              "principalTags": { "{{UserPool}}": { "department": "custom:department" } },
              "identities": [
                { "id": "us-east-1:00000000-0000-4000-8000-000000000002", "logins": { "login.shop": "alice" }, "creationDate": "2026-01-02T03:04:05Z" },
                {},
              ],
            },
            {},
          ],
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("seed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Example_of_the_guide_gives_its_pool_with_its_user()
    {
        var example = SeedOfTheGuide().Match(Repository.Read("docs/guides/testing.md")).Groups["json"].Value;
        await using var service = await TestEmulator.StartAsync();
        var pool = Assert.Single(service.Emulator.SeedFrom(Write(example)));
        Assert.Equal("us-east-1:00000000-0000-4000-8000-000000000001", pool);
        var users = await service.CallAsync(
            "LookupDeveloperIdentity",
            $$"""{"IdentityPoolId":"{{pool}}","DeveloperUserIdentifier":"alice"}""", new RequestSigner());
        Assert.StartsWith("us-east-1:", users.Ok().Text("IdentityId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_file_gives_pools_with_everything_that_it_says()
    {
        await using var service = await TestEmulator.StartAsync();
        var ids = service.Emulator.SeedFrom(Write(Whole));
        var signer = new RequestSigner("AKIASHOP", "secret");

        Assert.Equal(2, ids.Count);
        await using var shop = await TestEmulator.StartAsync(options =>
        {
            options.AccessKeys = [new("AKIASHOP", "secret") { AccountId = "210987654321" }];
            options.Snapshot = service.Emulator.TakeSnapshot();
        });
        var pool = (await shop.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{ids[0]}}"}""", signer)).Ok();
        var expected = JsonSerializer.Deserialize<JsonElement>(
            $$"""
            {
              "IdentityPoolId": "us-east-1:00000000-0000-4000-8000-000000000001",
              "IdentityPoolName": "Shop",
              "AllowUnauthenticatedIdentities": false,
              "AllowClassicFlow": true,
              "DeveloperProviderName": "login.shop",
              "SupportedLoginProviders": { "graph.facebook.com": "1" },
              "CognitoIdentityProviders": [
                { "ProviderName": "{{UserPool}}", "ClientId": "web", "ServerSideTokenCheck": false },
                { "ProviderName": "{{UserPool}}", "ClientId": "phone", "ServerSideTokenCheck": true }
              ],
              "OpenIdConnectProviderARNs": ["arn:aws:iam::210987654321:oidc-provider/login.example.com"],
              "SamlProviderARNs": ["arn:aws:iam::210987654321:saml-provider/example"],
              "IdentityPoolTags": { "team": "blue" }
            }
            """);
        Assert.True(JsonElement.DeepEquals(expected, pool.Json), pool.Body);
        var roles = (await shop.CallAsync("GetIdentityPoolRoles", $$"""{"IdentityPoolId":"{{ids[0]}}"}""", signer)).Ok();
        Assert.Contains("""
            "Roles":{"authenticated":"arn:aws:iam::210987654321:role/customer"},"RoleMappings"
            """, roles.Body, StringComparison.Ordinal);
        Assert.Contains("\"Claim\":\"level\"", roles.Body, StringComparison.Ordinal);
        var tags = await shop.CallAsync(
            "GetPrincipalTagAttributeMap", $$"""{"IdentityPoolId":"{{ids[0]}}","IdentityProviderName":"{{UserPool}}"}""", signer);
        Assert.Contains("""{"department":"custom:department"}""", tags.Ok().Body, StringComparison.Ordinal);
        var alice = await shop.CallAsync(
            "LookupDeveloperIdentity", $$"""{"IdentityPoolId":"{{ids[0]}}","DeveloperUserIdentifier":"alice"}""", signer);
        Assert.Equal("us-east-1:00000000-0000-4000-8000-000000000002", alice.Ok().Text("IdentityId"));
    }

    [Fact]
    public async Task Pool_of_a_seed_file_without_a_member_gives_credentials_at_once()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.SeedFrom(Write("""{"pools":[{}]}""")).Single();
        var guest = await service.GetIdAsync(pool);
        (await service.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{guest}}"}""")).Ok();
    }

    [Theory]
    [InlineData("", "it is not valid JSON, see line 1, byte 1")]
    [InlineData("""{"pools":[{"name":"a","name":"b"}]}""", "pools[0].name appears twice")]
    [InlineData("""{"pools":[{"tags":{"a":"1","a":"2"}}]}""", "pools[0].tags.a appears twice")]
    [InlineData("[]", "the document must be an object")]
    [InlineData("""{"pool":[]}""", "pool is not known")]
    [InlineData("""{"pools":{}}""", "pools must be a list")]
    [InlineData("""{"pools":[{"nam":"x"}]}""", "pools[0].nam is not known")]
    [InlineData("""{"pools":[{},{"name":1}]}""", "pools[1].name must be a text")]
    [InlineData("""{"pools":[{"name":null}]}""", "pools[0].name must be a text")]
    [InlineData("""{"pools":[{"allowClassicFlow":"yes"}]}""", "pools[0].allowClassicFlow must be true or false")]
    [InlineData("""{"pools":[{"identities":[{"creationDate":"yesterday"}]}]}""", "pools[0].identities[0].creationDate must be a time")]
    [InlineData(
        """{"pools":[{"roleMappings":{"a":{"type":"Rules","ambiguousRoleResolution":"Deny"}}}]}""", "pools[0].roleMappings.a must have")]
    [InlineData("""{"pools":[{"cognitoIdentityProviders":[{}]}]}""", "pools[0].cognitoIdentityProviders[0].providerName is missing")]
    [InlineData(
        """{"pools":[{"identities":[{"creationDate":"2026-01-31T12:00:00"}]}]}""",
        "pools[0].identities[0].creationDate must be a time in ISO 8601 with its offset, such as 2026-01-31T12:00:00Z.")]
    [InlineData("""{"pools":[{"identities":[{"creationDate":"2026-01-31"}]}]}""", "pools[0].identities[0].creationDate must be a time")]
    [InlineData("""{"pools":[{"id":"us-east-1"}]}""", "pools[0].id must have at most 55 characters and the form region:uuid")]
    [InlineData("""{"pools":[{},{"identities":[{"id":"us-east-1:X"}]}]}""", "pools[1].identities[0].id must have at most 55 characters")]
    [InlineData("""{"pools":[{"name":""}]}""", "pools[0].name must have 1 to 128 characters: letters, digits, spaces or any of +=,.@-_.")]
    [InlineData(
        """{"pools":[{"developerProviderName":"login shop"}]}""",
        "pools[0].developerProviderName must have 1 to 128 characters: letters, digits or any of ._-.")]
    [InlineData("""{"pools":[{"id":"us-east-1:0"},{"id":"us-east-1:0"}]}""", "There is a pool 'us-east-1:0' already")]
    [InlineData("""{"pools":[{"id":"eu-west-1:0"}]}""", "does not serve the region")]
    [InlineData("""{"pools":[{"accountId":"1"}]}""", "pools[0].accountId must have twelve digits.")]
    [InlineData("""{"pools":[{"name":"\ud800"}]}""", "contains an unpaired surrogate")]
    public async Task Mistake_in_a_seed_file_is_named_and_nothing_is_added(string text, string message)
    {
        await using var service = await TestEmulator.StartAsync();
        var before = service.Emulator.TakeSnapshot();
        var file = Write(text);
        var error = Assert.Throws<InvalidSeedException>(() => service.Emulator.SeedFrom(file));
        Assert.StartsWith($"The seed file '{file}' cannot be used: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, service.Emulator.TakeSnapshot());
    }

    [Fact]
    public async Task Random_damage_to_a_seed_file_gives_a_seed_or_the_one_error()
    {
        await using var service = await TestEmulator.StartAsync();
        var good = System.Text.Encoding.UTF8.GetBytes(Whole);
        var random = new Random(20261125);
        for (var i = 0; i < 400; i++)
        {
            var damaged = (byte[])good.Clone();
            for (var j = random.Next(1, 4); j > 0; j--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                service.Emulator.SeedFrom(damaged, "The seed");
            }
            catch (InvalidSeedException)
            {
                // The one way in which it may fail.
            }

            service.Emulator.RestoreSnapshot("""{"version":1,"pools":[]}""");
        }
    }

    [Fact]
    public async Task Missing_seed_file_is_an_error_of_the_file_system()
    {
        await using var service = await TestEmulator.StartAsync();
        Assert.Throws<FileNotFoundException>(() => service.Emulator.SeedFrom(Path.Combine(_folder, "missing.json")));
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder, "seed.json");
        File.WriteAllText(path, text);
        return path;
    }

    [GeneratedRegex(@"^```json\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SeedOfTheGuide();
}
