using Amazon.Runtime;

namespace CognitoIdentity.Testing.Tests.Emulator;

public sealed class ToolTests : IDisposable
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
            poolId = (await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Kept", AllowUnauthenticatedIdentities = true })).IdentityPoolId;
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
    [InlineData("""{"version":1,"pools":[{"id":"us-east-1:0","region":"us-east-1","accountId":"123456789012","settings":{"name":"Pool","allowUnauthenticatedIdentities":true},"tags":{},"roleMappings":{},"principalTagMaps":{},"identities":[{"id":"us-east-1:1","creationDate":"2026-01-01T00:00:00+00:00","lastModifiedDate":"2026-01-01T00:00:00+00:00","isDisabled":false,"logins":[{}]}]}]}""")]
    [InlineData("""{"version":1,"pools":[{"id":"x","region":"us-east-1","accountId":"123456789012","settings":{"name":"Pool","allowUnauthenticatedIdentities":true},"tags":{},"roleMappings":{},"principalTagMaps":{},"identities":[{"id":"us-east-1:1","creationDate":"2026-01-01T00:00:00+00:00","lastModifiedDate":"2026-01-01T00:00:00+00:00","isDisabled":false,"logins":[]}]}]}""")]
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
        await using var tool = await ToolProcess.StartAsync("--region=eu-west-1", "--access-key=AKIAOWN:own=secret:", "--access-key", "@id:@secret");
        using var own = Client(tool, "eu-west-1", new("AKIAOWN", "own=secret:"));
        Assert.Empty((await own.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);
        using var other = Client(tool, "eu-west-1", new("@id", "@secret"));
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

        using var own = Client(tool, "eu-north-1", new("AKIAOWN", "own:secret"));
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
    [InlineData("--region", "us_east_1")]
    [InlineData("--account", "12345")]
    [InlineData("--access-key", "secret-without-id")]
    [InlineData("--access-key", ":secret-without-id")]
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
        foreach (var option in "--port --host --region --account --access-key --data".Split(' '))
        {
            Assert.Contains($"  {option} ", output, StringComparison.Ordinal);
        }
    }

    private static CognitoIdentityClient Client(ToolProcess tool, string region = "us-east-1", BasicAWSCredentials? credentials = null) => new(new()
    {
        Region = region,
        Endpoint = tool.Endpoint,
        Credentials = credentials ?? new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    });
}
