using System.Text.Json;
using CognitoIdentity.Testing.Tests.Control;
using ApiContract = CognitoIdentity.Tests.Conventions.Contract;

namespace CognitoIdentity.Testing.Tests.Setup;

/// <summary>A seed can set every member that a pool has in the API, and the control API shows it.</summary>
public sealed class PoolMemberTests
{
    private const string Account = "123456789012";

    private static readonly IdentityPoolSeed Seed = new()
    {
        Id = "us-east-1:00000000-0000-4000-8000-000000000001",
        Name = "Pool",
        AllowUnauthenticatedIdentities = true,
        AllowClassicFlow = true,
        DeveloperProviderName = "login.example",
        SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "1" },
        CognitoIdentityProviders =
            [new() { ClientId = "client", ProviderName = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123" }],
        OpenIdConnectProviderArns = [$"arn:aws:iam::{Account}:oidc-provider/login.example.com"],
        SamlProviderArns = [$"arn:aws:iam::{Account}:saml-provider/saml"],
        Tags = new Dictionary<string, string> { ["team"] = "web" },
    };

    // Names in a seed where they are not the API's.
    private static readonly Dictionary<string, string> SeedNames = new()
    {
        ["IdentityPoolId"] = nameof(IdentityPoolSeed.Id),
        ["IdentityPoolName"] = nameof(IdentityPoolSeed.Name),
        ["IdentityPoolTags"] = nameof(IdentityPoolSeed.Tags),
        ["OpenIdConnectProviderARNs"] = nameof(IdentityPoolSeed.OpenIdConnectProviderArns),
        ["SamlProviderARNs"] = nameof(IdentityPoolSeed.SamlProviderArns),
    };

    // The control API has the names of seeds, with one exception.
    private static readonly Dictionary<string, string> ControlNames =
        new(SeedNames) { ["CognitoIdentityProviders"] = nameof(PoolDocument.UserPools) };

    public static TheoryData<string> Members =>
        [.. ApiContract.Instance.Operations["DescribeIdentityPool"].Response.Select(member => member.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Member_of_a_pool_can_be_seeded(string member)
    {
        var name = SeedNames.GetValueOrDefault(member, member);
        await using var test = await TestEmulator.StartAsync();

        Assert.True(
            typeof(IdentityPoolSeed).GetProperty(name) is not null,
            $"IdentityPoolSeed.cs lacks {name}, step 8 of docs/contributing/adding-a-member.md.");
        Assert.True(
            SeedFile.PoolMembers.Contains(JsonNamingPolicy.CamelCase.ConvertName(name)),
            $"SeedFile.cs lacks {name}, step 8 of docs/contributing/adding-a-member.md.");
        var pool = await test.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{test.Emulator.Seed(Seed)}}"}""");
        Assert.True(
            pool.Ok().Json.TryGetProperty(member, out _),
            $"The seed of this test lacks {name}, or Seeding.cs drops it, step 8 of docs/contributing/adding-a-member.md.");
    }

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Member_of_a_pool_is_shown_by_the_control_api(string member)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(ControlNames.GetValueOrDefault(member, member));
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);

        var shown = (await control.GetAsync($"pools/{test.Emulator.Seed(Seed)}")).Ok().Json;

        Assert.True(
            shown.TryGetProperty(name, out _),
            $"ControlDocuments.cs or PoolEndpoints.cs lacks {name}, step 8 of docs/contributing/adding-a-member.md.");
    }
}
