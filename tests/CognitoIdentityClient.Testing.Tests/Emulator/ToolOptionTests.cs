using Amazon.Runtime;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The effect of options on the emulator in a tool.</summary>
public sealed class ToolOptionTests : ToolTest
{
    [Fact]
    public async Task Tool_with_a_key_of_its_own_knows_no_other_and_does_not_print_its_secret()
    {
        await using var tool = await ToolProcess.StartAsync(
            "--access-key", "AKIAOWN:own:secret", "--region", "eu-west-1", "--region", "eu-north-1", "--account", "210987654321");
        Assert.DoesNotContain("own:secret", tool.FirstOutput, StringComparison.Ordinal);

        using var own = tool.CreateClient("eu-north-1", new BasicAWSCredentials("AKIAOWN", "own:secret"));
        var pool = await own.CreateIdentityPoolAsync(new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true });
        Assert.StartsWith("eu-north-1:", pool.IdentityPoolId, StringComparison.Ordinal);
        var arn = $"arn:aws:cognito-identity:eu-north-1:210987654321:identitypool/{pool.IdentityPoolId}";
        Assert.Empty((await own.ListTagsForResourceAsync(new() { ResourceArn = arn })).Tags);

        using var example = tool.CreateClient("eu-north-1");
        await Assert.ThrowsAsync<UnrecognizedClientException>(() => example.ListIdentityPoolsAsync(new() { MaxResults = 1 }));
    }

    [UnixFact("Windows has no signals to send.")]
    public async Task Options_of_the_emulator_reach_it()
    {
        var keys = Path.Combine(Folder, "keys.json");
        await File.WriteAllTextAsync(keys, KeySetJson());
        await using var tool = await ToolProcess.StartAsync(
            "--max-pools", "1", "--random-seed", "1", "--fault", "GetId=error:ExternalServiceException,count=1", "--log",
            "--jwks", $"localhost:9229/local_abc={keys}", "--issuer", "localhost:9229/local_abc=http://localhost:9229/local_abc",
            "--reject-unsigned-tokens", "--accept-issued-credentials");
        using var client = tool.CreateClient();
        CreateIdentityPoolRequest request = new()
        {
            IdentityPoolName = "Pool",
            AllowUnauthenticatedIdentities = true,
            CognitoIdentityProviders = [new() { ProviderName = "localhost:9229/local_abc", ClientId = "client" }],
        };
        var pool = await client.CreateIdentityPoolAsync(request);
        await Assert.ThrowsAsync<LimitExceededException>(() => client.CreateIdentityPoolAsync(request));
        await Assert.ThrowsAsync<ExternalServiceException>(() => client.GetIdAsync(new() { IdentityPoolId = pool.IdentityPoolId }));
        await client.GetIdAsync(new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            Logins = new Dictionary<string, string>
            {
                ["localhost:9229/local_abc"] =
                    JwtKey.Provider.Sign("http://localhost:9229/local_abc", "client", "alice", TimeProvider.System.GetUtcNow()),
            },
        });
        await Assert.ThrowsAsync<NotAuthorizedException>(() => client.GetIdAsync(new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            Logins = new Dictionary<string, string> { ["localhost:9229/local_abc"] = "a text" },
        }));
        Assert.Equal(0, await tool.StopAsync());
        Assert.Contains("CreateIdentityPool 200 (", await tool.RestOfOutputAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_seed_gives_the_same_ids_in_every_run()
    {
        var ids = new List<string>();
        foreach (var seed in (string[])["1", "1", "2"])
        {
            await using var tool = await ToolProcess.StartAsync("--random-seed", seed);
            using var client = tool.CreateClient();
            ids.Add((await client.CreateIdentityPoolAsync(
                new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true })).IdentityPoolId);
        }

        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Credentials_that_the_tool_issued_sign_calls_with_the_option_alone(bool accepted)
    {
        await using var tool = await ToolProcess.StartAsync(accepted ? ["--accept-issued-credentials"] : []);
        using var client = tool.CreateClient();
        var pool = (await client.CreateIdentityPoolAsync(
            new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true })).IdentityPoolId;
        await client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = pool,
            Roles = new Dictionary<RoleType, string> { [RoleType.Unauthenticated] = "arn:aws:iam::123456789012:role/guest" },
        });
        var guest = await client.GetIdAsync(new() { IdentityPoolId = pool });
        var issued = (await client.GetCredentialsForIdentityAsync(new() { IdentityId = guest.IdentityId })).Credentials;

        using var signed = tool.CreateClient(
            credentials: new SessionAWSCredentials(issued.AccessKeyId, issued.SecretKey, issued.SessionToken));
        var call = signed.ListIdentityPoolsAsync(new() { MaxResults = 60 });
        if (accepted)
        {
            Assert.Equal(pool, (await call).IdentityPools.Single().IdentityPoolId);
        }
        else
        {
            await Assert.ThrowsAsync<UnrecognizedClientException>(() => call);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Token_that_no_key_verifies_is_refused_with_the_option_alone(bool refused)
    {
        await using var tool = await ToolProcess.StartAsync(refused ? ["--reject-unsigned-tokens"] : []);
        using var client = tool.CreateClient();
        var pool = await client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "Pool",
            AllowUnauthenticatedIdentities = true,
            OpenIdConnectProviderARNs = ["arn:aws:iam::123456789012:oidc-provider/login.example.com"],
        });
        var token = Jwt.Unsigned(new { iss = "https://login.example.com", aud = "app", sub = "alice", exp = 4_000_000_000 });
        var call = client.GetIdAsync(new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            Logins = new Dictionary<string, string> { ["login.example.com"] = token },
        });
        if (refused)
        {
            Assert.StartsWith(
                "Invalid login token. Couldn't verify signed token.",
                (await Assert.ThrowsAsync<NotAuthorizedException>(() => call)).Message,
                StringComparison.Ordinal);
        }
        else
        {
            Assert.StartsWith("us-east-1:", (await call).IdentityId, StringComparison.Ordinal);
        }
    }
}
