using System.Runtime.Versioning;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The file that a tool keeps its state in.</summary>
public sealed class ToolStateTests : ToolTest
{
    [UnixTheory("Windows has no signals to send.")]
    [UnsupportedOSPlatform("windows")]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task State_is_saved_on_a_signal_and_read_again_at_the_start(string signal)
    {
        var file = Path.Combine(Folder, "state.json");
        string poolId;
        await using (var tool = await ToolProcess.StartAsync("--data", file))
        {
            using var client = tool.CreateClient();
            poolId = (await client.CreateIdentityPoolAsync(
                new() { IdentityPoolName = "Kept", AllowUnauthenticatedIdentities = true })).IdentityPoolId;
            Assert.Equal(0, await tool.StopAsync(signal));
        }

        Assert.Equal([file], Directory.GetFiles(Folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        await using var again = await ToolProcess.StartAsync("--data", file);
        using var second = again.CreateClient();
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
        var file = Path.Combine(Folder, "state.json");
        await File.WriteAllTextAsync(file, content);
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--data", file);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("The data file cannot be used and was left as it is.", errors, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Data_file_in_a_folder_that_is_missing_is_an_error_at_the_start()
    {
        var (exitCode, _, errors) = await ToolProcess.RunAsync("--data", Path.Combine(Folder, "missing", "state.json"));
        Assert.Equal(1, exitCode);
        Assert.Contains("does not exist", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_file_that_is_a_folder_is_an_error_at_the_start()
    {
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--data", Folder);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"'{Folder}' is a folder, not a file.", errors.TrimEnd());
    }

    [Fact]
    public async Task Data_file_that_cannot_be_written_is_an_error_at_the_start()
    {
        // In the way of what is written first; permissions would not stop a test that runs as root.
        var file = Path.Combine(Folder, "state.json");
        Directory.CreateDirectory(file + ".new");
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--data", file);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"The state could not be saved to '{file}': ", errors, StringComparison.Ordinal);
    }

    [UnixFact("Windows has no signals to send.")]
    public async Task State_is_saved_while_the_tool_runs()
    {
        var file = Path.Combine(Folder, "state.json");
        await using var tool = await ToolProcess.StartAsync("--data", file);
        using var client = tool.CreateClient();
        var poolId = (await client.CreateIdentityPoolAsync(
            new() { IdentityPoolName = "Kept", AllowUnauthenticatedIdentities = true })).IdentityPoolId;
        await SafetyLimit.UntilAsync(() => File.Exists(file) && File.ReadAllText(file).Contains(poolId, StringComparison.Ordinal));
        // Nothing can be saved at the end of a process that is killed.
        await tool.StopAsync("KILL");

        await using var again = await ToolProcess.StartAsync("--data", file);
        using var second = again.CreateClient();
        Assert.Equal("Kept", (await second.DescribeIdentityPoolAsync(new() { IdentityPoolId = poolId })).IdentityPoolName);
    }

    [UnixFact("Windows has no signals to send.")]
    public async Task Tool_starts_with_the_pools_of_its_seed_files_unless_the_data_file_has_a_state()
    {
        var (seed, file) = (Path.Combine(Folder, "seed.json"), Path.Combine(Folder, "state.json"));
        const string Content = """{ "pools": [{ "id": "us-east-1:0", "name": "Seeded" }] } // the end""";
        await File.WriteAllTextAsync(seed, Content);
        for (var run = 0; run < 2; run++)
        {
            await using var tool = await ToolProcess.StartAsync("--seed", seed, "--data", file);
            using var client = tool.CreateClient();
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
}
