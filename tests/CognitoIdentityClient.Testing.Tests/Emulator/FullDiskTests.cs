using System.Text.Json;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>
/// The tool on a disk without room: a file system in memory, which only the tool's process has, in a name space of its own. That needs no
/// root where the system lets users have name spaces.
/// </summary>
public sealed class FullDiskTests : IDisposable
{
    private const string CanMount = "unshare --map-root-user --mount mount -t tmpfs -o size=64k tmpfs /mnt && test -d /proc/self/root";

    // One megabyte, of which a file takes all but 8 kilobytes: the state at first, and the one that is written beside it.
    private const string Mount =
        "mount -t tmpfs -o size=1m tmpfs \"$0\" && head -c 1040384 /dev/zero > \"$0/filler\" && exec \"$@\"";

    private readonly string _folder = Directory.CreateTempSubdirectory("full-disk-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ProgramFact("unshare of util-linux, and a system that lets users mount", "sh", "-c", CanMount)]
    public async Task State_on_a_full_disk_is_kept_until_there_is_room_again()
    {
        var file = Path.Combine(_folder, "state.json");
        await using var tool = await ToolProcess.StartUnderAsync(
            ["unshare", "--map-root-user", "--mount", "sh", "-c", Mount, _folder], "--data", file);
        // The disk as the tool's process sees it.
        var disk = $"/proc/{tool.Id}/root{_folder}";
        using var client = tool.CreateClient();
        var small = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Small", AllowUnauthenticatedIdentities = true });
        // The file of before the pool may be there already.
        await SafetyLimit.UntilAsync(() => File.Exists($"{disk}/state.json") && PoolsIn(disk).Contains(small.IdentityPoolId));

        // Too much for the second file.
        var tags = Enumerable.Range(0, 50).ToDictionary(number => $"{new string('k', 100)}{number}", _ => new string('v', 250));
        var large = await client.CreateIdentityPoolAsync(
            new() { IdentityPoolName = "Large", AllowUnauthenticatedIdentities = true, IdentityPoolTags = tags });
        var error = await tool.ReadErrorAsync();
        Assert.Matches(
            $@"^The state could not be saved to '{file}': No space left on device .* Not saved: all changes since \d{{4}}-", error);
        Assert.Equal([small.IdentityPoolId], PoolsIn(disk));
        Assert.Equal(["filler", "state.json", "state.json.lock"], Directory.GetFiles(disk).Select(Path.GetFileName).Order());
        Assert.Equal("Large", (await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = large.IdentityPoolId })).IdentityPoolName);

        File.Delete($"{disk}/filler");
        Assert.Equal($"The state is saved to '{file}' again.", await tool.ReadErrorAsync());
        Assert.Equal(new[] { small.IdentityPoolId, large.IdentityPoolId }.Order(), PoolsIn(disk));
        Assert.Equal(0, await tool.StopAsync());
    }

    private static IEnumerable<string> PoolsIn(string disk)
    {
        using var state = JsonDocument.Parse(File.ReadAllText($"{disk}/state.json"));
        return [.. state.RootElement.GetProperty("pools").EnumerateArray().Select(pool => pool.GetProperty("id").GetString()!)];
    }
}
