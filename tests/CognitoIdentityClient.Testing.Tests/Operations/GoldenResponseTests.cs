using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing.Tests.Operations;

/// <summary>
/// Requests and responses as the API reference's samples have them, with "EXAMPLE" in the ids replaced by digits that the
/// documented pattern allows. The samples lack the empty IdentityPoolTags that captures of the service have. What no sample could foretell
/// (dates, tokens, secrets) is checked for its form.
/// </summary>
public class GoldenResponseTests
{
    private const string PoolId = "us-east-1:1cf667a2-49a6-454b-9e45-23199abcdef0";

    private const string Providers =
        """
        {
          "graph.facebook.com": "7346241598935555",
          "accounts.google.com": "123456789012.apps.googleusercontent.com",
          "www.amazon.com": "amzn1.application-oa2-client.188a56d827a7d6555a8b67a5d",
          "api.twitter.com": "xvz1evFS4wEEPTGEFPHBog;kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
          "www.digits.com": "xvz1evFS4wEEPTGEFPHBog;kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw"
        }
        """;

    [Fact]
    public async Task CreateIdentityPool_of_the_sample_gives_the_sample_response()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync(
            "CreateIdentityPool",
            $$"""{"IdentityPoolName":"MyIdentityPool","AllowUnauthenticatedIdentities":true,"SupportedLoginProviders":{{Providers}}}""");
        AssertJson(
            $$"""
            {
              "AllowUnauthenticatedIdentities": true,
              "IdentityPoolId": "{{response.Ok().Text("IdentityPoolId")}}",
              "IdentityPoolName": "MyIdentityPool",
              "IdentityPoolTags": {},
              "SupportedLoginProviders": {{Providers}}
            }
            """,
            response);
    }

    [Fact]
    public async Task DescribeIdentityPool_of_the_sample_gives_the_sample_response()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new()
        {
            Id = PoolId,
            Name = "MyIdentityPool",
            SupportedLoginProviders = JsonSerializer.Deserialize<Dictionary<string, string>>(Providers)!,
        });
        AssertJson(
            $$"""
            {
              "AllowUnauthenticatedIdentities": true,
              "IdentityPoolId": "{{PoolId}}",
              "IdentityPoolName": "MyIdentityPool",
              "IdentityPoolTags": {},
              "SupportedLoginProviders": {{Providers}}
            }
            """,
            await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId": "{{PoolId}}"}"""));
    }

    [Fact]
    public async Task UpdateIdentityPool_of_the_sample_gives_the_sample_response()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new() { Id = PoolId, Name = "Before" });
        AssertJson(
            $$"""
            {
              "AllowUnauthenticatedIdentities": true,
              "IdentityPoolId": "{{PoolId}}",
              "IdentityPoolName": "MyIdentityPool",
              "IdentityPoolTags": {},
              "SupportedLoginProviders": {{Providers}}
            }
            """,
            await service.CallAsync(
                "UpdateIdentityPool",
                $$"""
                {
                  "IdentityPoolId": "{{PoolId}}",
                  "IdentityPoolName": "MyIdentityPool",
                  "AllowUnauthenticatedIdentities": true,
                  "SupportedLoginProviders": {{Providers}}
                }
                """));
    }

    [Fact]
    public async Task ListIdentityPools_of_the_sample_gives_the_sample_response()
    {
        await using var service = await TestEmulator.StartAsync();
        string[] ids =
        [
            "us-east-1:177a950c-2c08-43f0-9983-28727b447f80",
            "us-east-1:0248e249-21e7-495a-9dd5-b2444abcdef0",
            "us-east-1:04507bc2-9e14-4d1b-8cbf-b6f51abcdef0",
            "us-east-1:9f000000-0000-4000-8000-000000000000",
        ];
        foreach (var id in ids)
        {
            service.Emulator.Seed(new() { Id = id, Name = $"Pool {id[10]}{id[11]}" });
        }

        // The token is the sample's own.
        AssertJson(
            """
            {
              "IdentityPools": [
                { "IdentityPoolId": "us-east-1:0248e249-21e7-495a-9dd5-b2444abcdef0", "IdentityPoolName": "Pool 02" },
                { "IdentityPoolId": "us-east-1:04507bc2-9e14-4d1b-8cbf-b6f51abcdef0", "IdentityPoolName": "Pool 04" },
                { "IdentityPoolId": "us-east-1:177a950c-2c08-43f0-9983-28727b447f80", "IdentityPoolName": "Pool 17" }
              ],
              "NextToken": "dXMtZWFzdC0xOjE3N2E5NTBjLTJjMDgtNDNmMC05OTgzLTI4NzI3YjQ0N2Y4MA=="
            }
            """,
            await service.CallAsync("ListIdentityPools", """{"MaxResults": 3}"""));
    }

    [Fact]
    public async Task ListIdentities_of_the_sample_gives_the_sample_response()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new()
        {
            Id = PoolId,
            Identities =
            [
                new() { Id = "us-east-1:1eeb6443-3fbc-4d3f-a96c-28ff0abcdef0" },
                new() { Id = "us-east-1:6820d0d3-3c95-4d9f-8813-c4448abcdef0" },
            ],
        });
        var response = await service.CallAsync("ListIdentities", $$"""{"IdentityPoolId": "{{PoolId}}", "MaxResults": 10}""");
        AssertJson(
            $$"""
            {
              "Identities": [
                {
                  "IdentityId": "us-east-1:1eeb6443-3fbc-4d3f-a96c-28ff0abcdef0",
                  "Logins": null,
                  "CreationDate": 1795348800.000,
                  "LastModifiedDate": 1795348800.000
                },
                {
                  "IdentityId": "us-east-1:6820d0d3-3c95-4d9f-8813-c4448abcdef0",
                  "Logins": null,
                  "CreationDate": 1795348800.000,
                  "LastModifiedDate": 1795348800.000
                }
              ],
              "IdentityPoolId": "{{PoolId}}",
              "NextToken": null
            }
            """,
            response);
    }

    [Fact]
    public async Task GetId_of_the_sample_gives_the_sample_response()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new() { Id = PoolId });
        var response = await service.CallAsync("GetId", $$"""{"AccountId": "123456789012", "IdentityPoolId": "{{PoolId}}"}""");
        Assert.Matches("""^\{"IdentityId":"us-east-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"\}$""", response.Body);
        Assert.Equal("application/x-amz-json-1.1", response.Headers["Content-Type"]);
        Assert.Matches("^[0-9a-f-]{36}$", response.Headers["x-amzn-requestid"]);
        Assert.Equal("Sun, 22 Nov 2026 12:00:00 GMT", response.Headers["Date"]);
    }

    [Fact]
    public async Task GetOpenIdToken_of_the_sample_gives_the_sample_response()
    {
        const string Identity = "us-east-1:88859bc9-0149-4183-bf10-39e36abcdef0";
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new() { Id = PoolId, Identities = [new() { Id = Identity }] });
        var response = await service.CallAsync("GetOpenIdToken", $$"""{"IdentityId": "{{Identity}}"}""");
        Assert.Equal(["IdentityId", "Token"], response.Ok().Json.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(Identity, response.Text("IdentityId"));
        Assert.Matches(@"^[\w-]+\.[\w-]+\.[\w-]+$", response.Text("Token"));
    }

    [Fact]
    public async Task GetCredentialsForIdentity_of_the_sample_gives_the_sample_response()
    {
        const string Identity = "us-east-1:88b5cc2c-c8c4-4932-a4e5-fc85abcdef01";
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new() { Id = PoolId, Identities = [new() { Id = Identity }] });
        var response = await service.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{Identity}}"}""");
        var credentials = response.Ok().Json.GetProperty("Credentials");
        Assert.Equal(["Credentials", "IdentityId"], response.Json.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(
            ["AccessKeyId", "Expiration", "SecretKey", "SessionToken"], credentials.EnumerateObject()
                .Select(member => member.Name).Order());
        Assert.Matches("^ASIA[A-Z2-7]{16}$", credentials.GetProperty("AccessKeyId").GetString());
        Assert.Equal(40, credentials.GetProperty("SecretKey").GetString()!.Length);
        Assert.NotEmpty(credentials.GetProperty("SessionToken").GetString()!);
        // One hour after 22 November 2026, 12:00:00, written with a fraction as in the sample.
        Assert.Equal("1795352400.0", credentials.GetProperty("Expiration").GetRawText());
        Assert.Equal(Identity, response.Text("IdentityId"));
    }

    [Fact]
    public async Task UnlinkIdentity_and_DeleteIdentityPool_of_the_samples_give_empty_bodies()
    {
        const string Identity = "us-east-1:6820d0d3-3c95-4d9f-8813-c4448fca995f";
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new()
        {
            Id = PoolId,
            SupportedLoginProviders =
                new Dictionary<string, string> { ["accounts.google.com"] = "123456789012.apps.googleusercontent.com" },
            Identities =
                [new() { Id = Identity, Logins = new Dictionary<string, string> { ["accounts.google.com"] = "<PROVIDER_TOKEN>" } }],
        });
        var unlinked = await service.CallAsync(
            "UnlinkIdentity",
            $$"""
            {
              "IdentityId": "{{Identity}}",
              "Logins": { "accounts.google.com": "<PROVIDER_TOKEN>" },
              "LoginsToRemove": ["accounts.google.com"]
            }
            """);
        Assert.Equal((200, ""), (unlinked.Status, unlinked.Body));
        var deleted = await service.CallAsync("DeleteIdentityPool", $$"""{"IdentityPoolId": "{{PoolId}}"}""");
        Assert.Equal((200, ""), (deleted.Status, deleted.Body));
    }

    private static void AssertJson(string expected, EmulatorResponse response) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(response.Ok().Body)),
            $"Expected {expected} but got {response.Body}");
}
