using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>
/// The key of Logins under which the token of a developer-authenticated user is passed: the service's name in the pool's region, unless the
/// options set another one.
/// </summary>
public sealed class DeveloperLoginKeyTests
{
    private const string Uuid = "177a950c-2c08-43f0-9983-28727e9a3b11";

    // GovCloud: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html
    // China: https://github.com/aws/aws-sdk-net/issues/1251
    public static TheoryData<string, string> Names => new()
    {
        { "us-east-1", "cognito-identity.amazonaws.com" },
        { "eu-central-1", "cognito-identity.amazonaws.com" },
        { "cn-north-1", "cognito-identity.cn-north-1.amazonaws.com.cn" },
        { "cn-northwest-1", "cognito-identity.cn-northwest-1.amazonaws.com.cn" },
        { "us-gov-west-1", "cognito-identity-us-gov.amazonaws.com" },
        { "us-gov-east-1", "cognito-identity.us-gov-east-1.amazonaws.com" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Token_is_passed_under_the_services_name_in_the_region_of_the_pool(string region, string name)
    {
        var sent = await SendAsync(region, configure: null);

        Assert.Equal((name, "developer token"), (Assert.Single(sent!).Key, sent!.Single().Value));
    }

    [Fact]
    public async Task Token_is_passed_under_the_name_of_the_options_if_they_set_one()
    {
        var sent = await SendAsync("us-iso-east-1", options => options.DeveloperLoginKey = "cognito-identity.c2s.ic.gov");

        Assert.Equal("cognito-identity.c2s.ic.gov", Assert.Single(sent!).Key);
    }

    [Fact]
    public void Name_that_is_empty_is_invalid()
    {
        var (client, _) = FakeClient.Create();
        var options = new CognitoIdentityCredentialsOptions { IdentityPoolId = $"us-east-1:{Uuid}", DeveloperLoginKey = "" };

        var error = Assert.Throws<OptionsValidationException>(() => new CognitoIdentityCredentials(options, client));

        Assert.Contains("DeveloperLoginKey is empty", error.Message);
    }

    // The emulator has the names in a table of its own.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Emulator_of_the_region_accepts_the_name_that_the_credentials_use_and_no_other(string region, string name)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(new() { Regions = [region] });
        using var client = emulator.CreateClient();
        var pool = await client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "pool",
            AllowUnauthenticatedIdentities = false,
            DeveloperProviderName = "login.example.com",
        });
        await client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            Roles = new Dictionary<RoleType, string>
            {
                [RoleType.Authenticated] = $"arn:{PartitionOf(region)}:iam::123456789012:role/user",
            },
        });
        Task<GetOpenIdTokenForDeveloperIdentityResponse> SignInAsync(CancellationToken cancellationToken) =>
            client.GetOpenIdTokenForDeveloperIdentityAsync(
                new()
                {
                    IdentityPoolId = pool.IdentityPoolId,
                    Logins = new Dictionary<string, string> { ["login.example.com"] = "dave" },
                },
                cancellationToken);
        var user = CognitoIdentityUser.DeveloperAuthenticated(async (_, cancellationToken) =>
        {
            var response = await SignInAsync(cancellationToken);
            return new(response.IdentityId!, response.Token);
        });
        CognitoIdentityCredentials Create(string? provider) => new(
            new() { IdentityPoolId = pool.IdentityPoolId, User = user, DeveloperLoginKey = provider },
            client);

        Assert.Equal($"https://{name}", new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken((await SignInAsync(default)).Token).Issuer);
        Assert.False((await Create(null).GetSessionAsync()).IsGuest);
        Assert.False((await Create(name).GetSessionAsync()).IsGuest);
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Create("cognito-identity.xx-none-1.amazonaws.com").GetSessionAsync());
    }

    private static string PartitionOf(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    private static async Task<IReadOnlyDictionary<string, string>?> SendAsync(
        string region,
        Action<CognitoIdentityCredentialsOptions>? configure)
    {
        IReadOnlyDictionary<string, string>? sent = null;
        var (client, fake) = FakeClient.Create();
        fake.IssueAsync = (request, _) =>
        {
            sent = request.Logins;
            return Task.FromResult(FakeClient.NewCredentials(DateTimeOffset.UtcNow + TimeSpan.FromHours(1)));
        };
        var options = new CognitoIdentityCredentialsOptions
        {
            IdentityPoolId = $"{region}:{Uuid}",
            User = CognitoIdentityUser.DeveloperAuthenticated(
                (_, _) => Task.FromResult(new DeveloperIdentity($"{region}:{Uuid}", "developer token"))),
        };
        configure?.Invoke(options);
        await new CognitoIdentityCredentials(options, client).GetSessionAsync();
        return sent;
    }
}
