using System.Runtime.Versioning;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>A data file whose folder, lock or name is taken away from the running tool.</summary>
public sealed class LostStateTests : ToolTest
{
    [Fact]
    public async Task Data_file_of_a_running_tool_is_refused_to_a_second_one()
    {
        var file = Path.Combine(Folder, "state.json");
        await using var tool = await ToolProcess.StartAsync("--data", file);
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--data", file);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"'{file}' cannot be locked; another emulator may be using it: ", errors, StringComparison.Ordinal);
    }

    [UnixFact("Windows has no signals to send.")]
    public async Task State_that_cannot_be_saved_is_reported_at_once_and_at_the_end()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "lost")).FullName;
        var file = Path.Combine(folder, "state.json");
        await using var tool = await ToolProcess.StartAsync("--data", file);
        Directory.Delete(folder, recursive: true);
        using var client = tool.CreateClient();
        await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Lost", AllowUnauthenticatedIdentities = true });
        AssertLost(file, await tool.ReadErrorAsync());
        Assert.Equal(1, await tool.StopAsync());
    }

    [UnixFact("Windows has no signals to send.")]
    public async Task Folder_that_is_lost_is_reported_without_any_change()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "lost")).FullName;
        var file = Path.Combine(folder, "state.json");
        await using var tool = await ToolProcess.StartAsync("--data", file);
        await SafetyLimit.UntilAsync(() => File.Exists(file));
        Directory.Delete(folder, recursive: true);
        AssertLost(file, await tool.ReadErrorAsync());
        Directory.CreateDirectory(folder);
        Assert.Equal($"The state is saved to '{file}' again.", await tool.ReadErrorAsync());
        Assert.Equal(0, await tool.StopAsync());
        Assert.Equal([file], Directory.GetFiles(folder));
    }

    [UnixFact("An open file cannot be deleted on Windows.")]
    [UnsupportedOSPlatform("windows")]
    public async Task Data_file_whose_lock_was_deleted_is_left_to_the_tool_that_locked_it_next()
    {
        var file = Path.Combine(Folder, "state.json");
        await using var first = await ToolProcess.StartAsync("--data", file);
        await SafetyLimit.UntilAsync(() => File.Exists(file));
        File.Delete(file + ".lock");
        await using var second = await ToolProcess.StartAsync("--data", file);
        using var client = first.CreateClient();
        await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "First", AllowUnauthenticatedIdentities = true });
        Assert.StartsWith(
            $"The state could not be saved to '{file}': '{file}' cannot be locked; another emulator may be using it: ",
            await first.ReadErrorAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await first.StopAsync());
        Assert.True(File.Exists(file + ".lock"));
        Assert.DoesNotContain("First", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [UnixFact("On Windows, a link needs a privilege.")]
    [UnsupportedOSPlatform("windows")]
    public async Task Link_in_the_way_of_saving_is_replaced_and_not_followed()
    {
        var (file, victim) = (Path.Combine(Folder, "state.json"), Path.Combine(Folder, "victim"));
        await File.WriteAllTextAsync(victim, "precious");
        // Before the tool starts: later, the tool may be saving under that name.
        File.CreateSymbolicLink(file + ".new", victim);
        await using var tool = await ToolProcess.StartAsync("--data", file);
        using var client = tool.CreateClient();
        await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true });
        Assert.Equal(0, await tool.StopAsync());
        Assert.Equal("precious", await File.ReadAllTextAsync(victim));
        Assert.Equal([file, victim], Directory.GetFiles(Folder).Order());
    }

    private static void AssertLost(string file, string? error)
    {
        Assert.StartsWith($"The state could not be saved to '{file}': ", error, StringComparison.Ordinal);
        // The file of before is gone with its folder.
        Assert.Contains(" Not saved: all changes since the start. ", error, StringComparison.Ordinal);
    }
}
