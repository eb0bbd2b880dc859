using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

public sealed partial class ToolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emulator-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task State_is_saved_on_a_signal_and_read_again_at_the_start(string signal)
    {
        var file = Path.Combine(_folder, "state.json");
        string poolId;
        await using (var tool = await ToolProcess.StartAsync("--data", file))
        {
            using var client = Client(tool);
            poolId = (await client.CreateIdentityPoolAsync(
                new() { IdentityPoolName = "Kept", AllowUnauthenticatedIdentities = true })).IdentityPoolId;
            Assert.Equal(0, await tool.StopAsync(signal));
        }

        Assert.Equal([file], Directory.GetFiles(_folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        await using var again = await ToolProcess.StartAsync("--data", file);
        using var second = Client(again);
        Assert.Equal("Kept", (await second.DescribeIdentityPoolAsync(new() { IdentityPoolId = poolId })).IdentityPoolName);
    }

    [Theory]
    [InlineData("this is no snapshot")]
    [InlineData("")]
    [InlineData("""{"version":1,"pools":[{"id":"us-east-1:0"}]}""")]
    [
        InlineData(
            """{"version":1,"pools":[{"id":"us-east-1:0","region":"us-east-1","accountId":"123456789012","settings":{"name":"Pool","allowUnauthenticatedIdentities":true},"tags":{},"roleMappings":{},"principalTagMaps":{},"identities":[{"id":"us-east-1:1","creationDate":"2026-01-01T00:00:00+00:00","lastModifiedDate":"2026-01-01T00:00:00+00:00","isDisabled":false,"logins":[{}]}]}]}""")]
    [
        InlineData(
            """{"version":1,"pools":[{"id":"x","region":"us-east-1","accountId":"123456789012","settings":{"name":"Pool","allowUnauthenticatedIdentities":true},"tags":{},"roleMappings":{},"principalTagMaps":{},"identities":[{"id":"us-east-1:1","creationDate":"2026-01-01T00:00:00+00:00","lastModifiedDate":"2026-01-01T00:00:00+00:00","isDisabled":false,"logins":[]}]}]}""")]
    public async Task Damaged_data_file_is_a_clear_error_and_stays_as_it_is(string content)
    {
        var file = Path.Combine(_folder, "state.json");
        await File.WriteAllTextAsync(file, content);
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--data", file);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("The data file cannot be used and was left as it is.", errors, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Data_file_in_a_folder_that_is_missing_is_an_error_at_the_start()
    {
        var (exitCode, _, errors) = await ToolProcess.RunAsync("--data", Path.Combine(_folder, "missing", "state.json"));
        Assert.Equal(1, exitCode);
        Assert.Contains("does not exist", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_file_that_is_a_folder_is_an_error_at_the_start()
    {
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--data", _folder);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"'{_folder}' is a folder, not a file.", errors.TrimEnd());
    }

    [Fact]
    public async Task Data_file_that_cannot_be_written_is_an_error_at_the_start()
    {
        // In the way of what is written first; permissions would not stop a test that runs as root.
        var file = Path.Combine(_folder, "state.json");
        Directory.CreateDirectory(file + ".new");
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--data", file);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"The state could not be saved to '{file}': ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_of_another_machine_is_an_error()
    {
        // An address for documentation, which this machine should not have as its own: https://www.rfc-editor.org/rfc/rfc5737
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--host", "192.0.2.1");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("Failed to bind to 192.0.2.1:0: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Tool_on_all_addresses_names_one_that_a_client_can_use()
    {
        await using var tool = await ToolProcess.StartAsync("--host=0.0.0.0");
        Assert.Equal("127.0.0.1", tool.Endpoint.Host);
        using var client = Client(tool);
        Assert.Empty((await client.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);
    }

    [Fact]
    public async Task Value_can_follow_an_equals_sign_and_begin_with_an_at_sign()
    {
        await using var tool =
            await ToolProcess.StartAsync("--region=eu-west-1", "--access-key=AKIAOWN:own=secret:", "--access-key", "@id:@secret");
        using var own = Client(tool, "eu-west-1", new BasicAWSCredentials("AKIAOWN", "own=secret:"));
        Assert.Empty((await own.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);
        using var other = Client(tool, "eu-west-1", new BasicAWSCredentials("@id", "@secret"));
        Assert.Empty((await other.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);
    }

    [Fact]
    public async Task Port_that_is_taken_is_an_error()
    {
        await using var tool = await ToolProcess.StartAsync();
        var (exitCode, _, errors) = await ToolProcess.RunAsync("--port", $"{tool.Endpoint.Port}");
        Assert.Equal(1, exitCode);
        Assert.Contains("address already in use", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tool_without_options_listens_on_loopback_and_says_how_to_reach_it()
    {
        await using var tool = await ToolProcess.StartAsync();
        Assert.Equal("127.0.0.1", tool.Endpoint.Host);
        Assert.Contains($"--endpoint-url {tool.Endpoint}", tool.FirstOutput, StringComparison.Ordinal);
        Assert.Contains($"boto3.client('cognito-identity', endpoint_url='{tool.Endpoint}')", tool.FirstOutput, StringComparison.Ordinal);
        Assert.Contains($"Endpoint = new(\"{tool.Endpoint}\")", tool.FirstOutput, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal("""{"status":"ok"}""", await http.GetStringAsync(new Uri(tool.Endpoint, "health")));
    }

    [Fact]
    public async Task Tool_with_a_key_of_its_own_knows_no_other_and_does_not_print_its_secret()
    {
        await using var tool = await ToolProcess.StartAsync(
            "--access-key", "AKIAOWN:own:secret", "--region", "eu-west-1", "--region", "eu-north-1", "--account", "210987654321");
        Assert.DoesNotContain("own:secret", tool.FirstOutput, StringComparison.Ordinal);

        using var own = Client(tool, "eu-north-1", new BasicAWSCredentials("AKIAOWN", "own:secret"));
        var pool = await own.CreateIdentityPoolAsync(new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true });
        Assert.StartsWith("eu-north-1:", pool.IdentityPoolId, StringComparison.Ordinal);
        var arn = $"arn:aws:cognito-identity:eu-north-1:210987654321:identitypool/{pool.IdentityPoolId}";
        Assert.Empty((await own.ListTagsForResourceAsync(new() { ResourceArn = arn })).Tags);

        using var example = Client(tool, "eu-north-1");
        await Assert.ThrowsAsync<UnrecognizedClientException>(() => example.ListIdentityPoolsAsync(new() { MaxResults = 1 }));
    }

    [Theory]
    [InlineData("--port", "0")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "http")]
    [InlineData("--host", "everywhere")]
    [InlineData("--region", "us-east-1a")]
    [InlineData("--region", "us-east")]
    [InlineData("--region", "US-EAST-1")]
    [InlineData("--max-pools", "-1")]
    [InlineData("--random-seed", "x")]
    [InlineData("--fault", "GetId")]
    [InlineData("--fault", "GetId=nothing")]
    [InlineData("--fault", "NoOperation=throttling")]
    [InlineData("--fault", "GetId=status:200")]
    [InlineData("--fault", "GetId=throttling,count=0")]
    [InlineData("--fault", "GetId=throttling,probability=2")]
    [InlineData("--fault", "GetId=delay:1e99")]
    [InlineData("--jwks", "no-provider")]
    [InlineData("--issuer", "=x")]
    [InlineData("--issuer", "https://=x")]
    [InlineData("--seed", "")]
    [InlineData("--region", "us_east_1")]
    [InlineData("--account", "12345")]
    [InlineData("--access-key", "secret-without-id")]
    [InlineData("--access-key", ":secret-without-id")]
    [InlineData("--access-key", "AKIA:secret-without-id", "--access-key", "AKIA:other")]
    [InlineData("--unknown", "1")]
    [InlineData("--data")]
    [InlineData("--data", "")]
    [InlineData("--port=0")]
    [InlineData("--port", "1", "--port", "2")]
    [InlineData("--acess-key", "AKIA:secret-without-id")]
    [InlineData("--acess-key=AKIA:secret-without-id")]
    public async Task Wrong_command_line_is_refused_without_repeating_a_secret(params string[] arguments)
    {
        var (exitCode, output, errors) = await ToolProcess.RunAsync(arguments);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith(arguments[0].Split('=')[0], errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-without-id", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_that_belongs_to_no_option_is_refused_without_repeating_it()
    {
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--access-key", "AKIA:good", "AKIA:a-secret");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("There is a value that belongs to no option.", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--port", "5051", "--help")]
    [InlineData("--port", "none", "--help")]
    public async Task Help_names_every_option(params string[] arguments)
    {
        var (exitCode, output, _) = await ToolProcess.RunAsync(arguments);
        Assert.Equal(0, exitCode);
        Assert.Contains("cognito-identity-emulator [options]", output, StringComparison.Ordinal);
        string[] options =
        [
            "--port", "--host", "--region", "--account", "--access-key", "--accept-issued-credentials", "--data", "--seed", "--max-pools",
            "--random-seed", "--fault", "--jwks", "--issuer", "--reject-unsigned-tokens", "--log", "--no-control",
        ];
        Assert.All(options, option => Assert.Contains($"Example: {option}", Spaces(output), StringComparison.Ordinal));
        Assert.Equal([.. options, "--help", "--version"], OptionInHelp().Matches(output).Select(match => match.Groups["name"].Value));
    }

    [Fact]
    public async Task Version_is_printed()
    {
        var (exitCode, output, _) = await ToolProcess.RunAsync("--version");
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }

    [Fact]
    public async Task State_is_saved_while_the_tool_runs()
    {
        var file = Path.Combine(_folder, "state.json");
        await using var tool = await ToolProcess.StartAsync("--data", file);
        using var client = Client(tool);
        var poolId = (await client.CreateIdentityPoolAsync(
            new() { IdentityPoolName = "Kept", AllowUnauthenticatedIdentities = true })).IdentityPoolId;
        await UntilAsync(() => File.Exists(file) && File.ReadAllText(file).Contains(poolId, StringComparison.Ordinal));
        // Nothing can be saved at the end of a process that is killed.
        await tool.StopAsync("KILL");

        await using var again = await ToolProcess.StartAsync("--data", file);
        using var second = Client(again);
        Assert.Equal("Kept", (await second.DescribeIdentityPoolAsync(new() { IdentityPoolId = poolId })).IdentityPoolName);
    }

    [Fact]
    public async Task Data_file_of_a_running_tool_is_refused_to_a_second_one()
    {
        var file = Path.Combine(_folder, "state.json");
        await using var tool = await ToolProcess.StartAsync("--data", file);
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--data", file);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"'{file}' cannot be locked; another emulator may be using it: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_that_cannot_be_saved_is_told_at_once_and_at_the_end()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "lost")).FullName;
        var file = Path.Combine(folder, "state.json");
        await using var tool = await ToolProcess.StartAsync("--data", file);
        Directory.Delete(folder, recursive: true);
        using var client = Client(tool);
        await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Lost", AllowUnauthenticatedIdentities = true });
        AssertLost(file, await tool.ReadErrorAsync());
        Assert.Equal(1, await tool.StopAsync());
    }

    [Fact]
    public async Task Folder_that_is_lost_is_told_without_any_change()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "lost")).FullName;
        var file = Path.Combine(folder, "state.json");
        await using var tool = await ToolProcess.StartAsync("--data", file);
        await UntilAsync(() => File.Exists(file));
        Directory.Delete(folder, recursive: true);
        AssertLost(file, await tool.ReadErrorAsync());
        Directory.CreateDirectory(folder);
        Assert.Equal($"The state is saved to '{file}' again.", await tool.ReadErrorAsync());
        Assert.Equal(0, await tool.StopAsync());
        Assert.Equal([file], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Data_file_whose_lock_was_deleted_is_left_to_the_tool_that_locked_it_next()
    {
        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be deleted there.
            return;
        }

        var file = Path.Combine(_folder, "state.json");
        await using var first = await ToolProcess.StartAsync("--data", file);
        await UntilAsync(() => File.Exists(file));
        File.Delete(file + ".lock");
        await using var second = await ToolProcess.StartAsync("--data", file);
        using var client = Client(first);
        await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "First", AllowUnauthenticatedIdentities = true });
        Assert.StartsWith(
            $"The state could not be saved to '{file}': '{file}' cannot be locked; another emulator may be using it: ",
            await first.ReadErrorAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await first.StopAsync());
        Assert.True(File.Exists(file + ".lock"));
        Assert.DoesNotContain("First", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_in_the_way_of_saving_is_replaced_and_not_followed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (file, victim) = (Path.Combine(_folder, "state.json"), Path.Combine(_folder, "victim"));
        await File.WriteAllTextAsync(victim, "precious");
        // Before the tool starts: later, the tool may be saving under that name.
        File.CreateSymbolicLink(file + ".new", victim);
        await using var tool = await ToolProcess.StartAsync("--data", file);
        using var client = Client(tool);
        await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true });
        Assert.Equal(0, await tool.StopAsync());
        Assert.Equal("precious", await File.ReadAllTextAsync(victim));
        Assert.Equal([file, victim], Directory.GetFiles(_folder).Order());
    }

    [Fact]
    public async Task Tool_starts_with_the_pools_of_its_seed_files_unless_the_data_file_has_a_state()
    {
        var (seed, file) = (Path.Combine(_folder, "seed.json"), Path.Combine(_folder, "state.json"));
        const string Content = """{ "pools": [{ "id": "us-east-1:0", "name": "Seeded" }] } // the end""";
        await File.WriteAllTextAsync(seed, Content);
        for (var run = 0; run < 2; run++)
        {
            await using var tool = await ToolProcess.StartAsync("--seed", seed, "--data", file);
            using var client = Client(tool);
            Assert.Equal(
                "Seeded", (await client.ListIdentityPoolsAsync(new() { MaxResults = 60 })).IdentityPools.Single().IdentityPoolName);
            await client.GetIdAsync(new() { IdentityPoolId = "us-east-1:0" });
            Assert.Equal(0, await tool.StopAsync());
            // The changes are in the data file alone.
            Assert.Equal(Content, await File.ReadAllTextAsync(seed));
        }

        await File.WriteAllTextAsync(seed, "{}]");
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--seed", seed);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"The seed file '{seed}' cannot be used: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_the_emulator_reach_it()
    {
        var keys = Path.Combine(_folder, "keys.json");
        await File.WriteAllTextAsync(keys, KeySetJson());
        await using var tool = await ToolProcess.StartAsync(
            "--max-pools", "1", "--random-seed", "1", "--fault", "GetId=error:ExternalServiceException,count=1", "--log",
            "--jwks", $"localhost:9229/local_abc={keys}", "--issuer", "localhost:9229/local_abc=http://localhost:9229/local_abc",
            "--reject-unsigned-tokens", "--accept-issued-credentials");
        using var client = Client(tool);
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
            using var client = Client(tool);
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
        using var client = Client(tool);
        var pool = (await client.CreateIdentityPoolAsync(
            new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true })).IdentityPoolId;
        await client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = pool,
            Roles = new Dictionary<RoleType, string> { [RoleType.Unauthenticated] = "arn:aws:iam::123456789012:role/guest" },
        });
        var guest = await client.GetIdAsync(new() { IdentityPoolId = pool });
        var issued = (await client.GetCredentialsForIdentityAsync(new() { IdentityId = guest.IdentityId })).Credentials;

        using var signed = Client(
            tool, credentials: new SessionAWSCredentials(issued.AccessKeyId, issued.SecretKey, issued.SessionToken));
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
        using var client = Client(tool);
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

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":"a-secret"}""")]
    public async Task Key_set_that_cannot_be_read_is_an_error_at_the_start(string? content)
    {
        var keys = Path.Combine(_folder, "keys.json");
        if (content is not null)
        {
            await File.WriteAllTextAsync(keys, content);
        }

        var (exitCode, output, errors) = await ToolProcess.RunAsync("--jwks", $"login.example.com={keys}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"The JSON Web Key Set '{keys}' cannot be read: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.DoesNotContain("a-secret", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_set_at_an_address_that_does_not_respond_is_an_error_at_the_start()
    {
        using var port = new RefusingPort();
        var address = new Uri(port.Endpoint, "keys").AbsoluteUri;
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--jwks", $"login.example.com={address}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"The JSON Web Key Set '{address}' cannot be read: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tool_that_is_not_ready_yet_stops_at_a_signal_and_leaves_nothing_behind()
    {
        if (OperatingSystem.IsWindows())
        {
            // There are no signals to send.
            return;
        }

        // It accepts connections and never responds.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var file = Path.Combine(_folder, "state.json");
        await using var tool =
            ToolProcess.Launch("--data", file, "--jwks", $"login.example.com=http://{silent.LocalEndpoint}/keys");
        using var connection = await silent.AcceptTcpClientAsync().WithinSafetyLimit();
        Assert.Equal(1, await tool.StopAsync());
        Assert.Equal("The emulator was stopped before it was ready.", await tool.ReadErrorAsync());
        Assert.Empty(Directory.GetFiles(_folder));
    }

    // As after a restart of a user pool that is emulated.
    [Fact]
    public async Task Key_set_is_read_again_when_a_token_has_a_new_key()
    {
        var keys = Path.Combine(_folder, "keys.json");
        await File.WriteAllTextAsync(keys, KeySetJson().Replace("\"kid\":\"test\"", "\"kid\":\"former\"", StringComparison.Ordinal));
        await using var tool = await ToolProcess.StartAsync("--jwks", $"login.example.com={keys}");
        using var client = Client(tool);
        var pool = await client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "Pool",
            AllowUnauthenticatedIdentities = true,
            OpenIdConnectProviderARNs = ["arn:aws:iam::123456789012:oidc-provider/login.example.com"],
        });
        await File.WriteAllTextAsync(keys, KeySetJson());
        var token = JwtKey.Provider.Sign("https://login.example.com", "app", "alice", TimeProvider.System.GetUtcNow());
        await client.GetIdAsync(new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            Logins = new Dictionary<string, string> { ["login.example.com"] = token },
        });
    }

    // The document that a provider publishes.
    private static string KeySetJson()
    {
        var key = JwtKey.Provider.KeySet.Keys.Single();
        return $$"""{"keys":[{"kty":"{{key.Kty}}","kid":"{{key.Kid}}","n":"{{key.N}}","e":"{{key.E}}"}]}""";
    }

    [GeneratedRegex("^ +(?:-[a-zA-Z?], )*(?:-[?h], -h, )?(?<name>--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionInHelp();

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // The tool saves by the system's clock, so the test has to wait for it.
    private static async Task UntilAsync(Func<bool> isTrue)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!isTrue())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    private static void AssertLost(string file, string? error)
    {
        Assert.StartsWith($"The state could not be saved to '{file}': ", error, StringComparison.Ordinal);
        // The file of before is gone with its folder.
        Assert.Contains(" Not saved: all changes since the start. ", error, StringComparison.Ordinal);
    }

    private static CognitoIdentityClient Client(
        ToolProcess tool, string region = "us-east-1", AWSCredentials? credentials = null) => new(new()
        {
            Region = region,
            Endpoint = tool.Endpoint,
            Credentials =
                credentials ?? new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        });
}
