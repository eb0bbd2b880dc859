using System.Text.Json;

namespace CognitoIdentity.Testing.Tests.Signing;

public class IssuedCredentialsTests
{
    [Fact]
    public async Task Issued_credentials_are_refused_unless_the_option_allows_them()
    {
        await using var service = await TestEmulator.StartAsync();
        var refused = await service.CallAsync("ListIdentityPools", """{"MaxResults":1}""", await SignerAsync(service));
        Assert.Equal("UnrecognizedClientException", refused.ErrorCode);
    }

    [Fact]
    public async Task Issued_credentials_sign_calls_in_the_account_of_their_role_until_they_expire()
    {
        await using var service = await TestEmulator.StartAsync(options => options.AcceptIssuedCredentials = true);
        var signer = await SignerAsync(service, "210987654321");

        var created =
            await service.CallAsync("CreateIdentityPool", """{"IdentityPoolName":"Own","AllowUnauthenticatedIdentities":true}""", signer);
        var arn = $"arn:aws:cognito-identity:us-east-1:210987654321:identitypool/{created.Ok().Text("IdentityPoolId")}";
        (await service.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{arn}}"}""", signer)).Ok();

        service.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ExpiredTokenException", (await service.CallAsync("ListIdentityPools", """{"MaxResults":1}""", signer)).ErrorCode);
    }

    // IAM knows no regions: credentials that a pool issued are good in all of them.
    [Fact]
    public async Task Issued_credentials_sign_calls_to_every_region_that_the_emulator_serves_and_no_other()
    {
        await using var service = await TestEmulator.StartAsync(options =>
        {
            options.AcceptIssuedCredentials = true;
            options.Regions = ["us-east-1", "eu-west-1"];
        });
        var signer = await SignerAsync(service);
        (await service.CallAsync("ListIdentityPools", """{"MaxResults":1}""", signer)).Ok();
        var elsewhere = await service.CallAsync(
            "CreateIdentityPool", """{"IdentityPoolName":"Own","AllowUnauthenticatedIdentities":true}""",
            signer with { Region = "eu-west-1" });
        Assert.StartsWith("eu-west-1:", elsewhere.Ok().Text("IdentityPoolId"), StringComparison.Ordinal);
        (await service.CallAsync("ListIdentityPools", """{"MaxResults":1}""", signer with { Region = "eu-north-1" }))
            .IsError("InvalidSignatureException", "Credential should be scoped to a valid region, not 'eu-north-1'.");
    }

    [Fact]
    public async Task Session_token_that_was_changed_does_not_verify()
    {
        await using var service = await TestEmulator.StartAsync(options => options.AcceptIssuedCredentials = true);
        var signer = await SignerAsync(service);
        var session = JsonDocument.Parse(Convert.FromBase64String(signer.SessionToken!)).RootElement.GetRawText();
        var changed = Convert.ToBase64String(
            System.Text.Encoding.UTF8.GetBytes(session.Replace("123456789012", "999999999999", StringComparison.Ordinal)));

        var forged = await service.CallAsync("ListIdentityPools", """{"MaxResults":1}""", signer with { SessionToken = changed });
        Assert.Equal("InvalidSignatureException", forged.ErrorCode);
        foreach (var token in new[] { "", "text", Convert.ToBase64String("{}"u8), Convert.ToBase64String("[]"u8),
            Convert.ToBase64String("{\"IdentityId\":1}"u8) })
        {
            var refused = await service.CallAsync("ListIdentityPools", """{"MaxResults":1}""", signer with { SessionToken = token });
            Assert.Equal("UnrecognizedClientException", refused.ErrorCode);
        }
    }

    [Fact]
    public async Task Credentials_are_the_same_in_every_run_with_a_seed()
    {
        var secrets = new HashSet<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var service = await TestEmulator.StartAsync(options => options.RandomSeed = 1);
            secrets.Add((await SignerAsync(service)).SecretAccessKey);
        }

        Assert.Single(secrets);
    }

    private static async Task<RequestSigner> SignerAsync(TestEmulator service, string? account = null)
    {
        var pool = service.Emulator.Seed(new() { AccountId = account });
        var guest = await service.GetIdAsync(pool);
        var credentials = (await service.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{guest}}"}"""))
            .Ok().Json.GetProperty("Credentials");
        return new(
            credentials.GetProperty("AccessKeyId").GetString()!,
            credentials.GetProperty("SecretKey").GetString()!,
            credentials.GetProperty("SessionToken").GetString());
    }
}
