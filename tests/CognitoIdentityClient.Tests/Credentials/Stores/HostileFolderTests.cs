using System.Runtime.Versioning;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Folders and files that somebody else has prepared.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private const string PoolId = TestClient.PoolId;
    private const string IdentityId = "us-east-1:0a1b2c3d-0000-4000-8000-000000000001";

    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory();
    private readonly FileIdentityIdStore _store;

    public HostileFolderTests() => _store = new(Folder);

    private string Folder => Path.Combine(_temporary.FullName, "identities");

    private string OnlyFile => Assert.Single(Directory.GetFiles(Folder));

    public void Dispose() => _temporary.Delete(recursive: true);

    [UnixTheory("Windows has no file modes.")]
    [UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task Folder_that_others_may_write_to_is_refused_unless_it_is_allowed(UnixFileMode mode)
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | mode);

        var error = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _store.GetAsync(PoolId, "guest"));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => _store.SetAsync(PoolId, "guest", IdentityId));

        Assert.Contains("chmod go-w", error.Message);
        var allowing = new FileIdentityIdStore(Folder, allowSharedFolder: true);
        Assert.Equal(IdentityId, await allowing.GetAsync(PoolId, "guest"));
        await allowing.SetAsync(PoolId, "guest", IdentityId);
    }

    [UnixFact("On Windows, a link needs a privilege.")]
    [UnsupportedOSPlatform("windows")]
    public async Task Link_in_the_place_of_a_file_is_not_followed_and_replaced()
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);
        var (file, elsewhere) = (OnlyFile, Path.Combine(_temporary.FullName, "elsewhere"));
        File.Move(file, elsewhere);
        File.CreateSymbolicLink(file, elsewhere);

        Assert.Null(await _store.GetAsync(PoolId, "guest"));
        await _store.SetAsync(PoolId, "guest", IdentityId);

        Assert.Null(new FileInfo(OnlyFile).LinkTarget);
        Assert.Equal(IdentityId, await _store.GetAsync(PoolId, "guest"));
        await _store.RemoveAsync(PoolId, "guest");
        Assert.True(File.Exists(elsewhere));
    }

    // Opening a pipe waits for somebody at its other end.
    [ProgramFact("coreutils", "mkfifo", "--version")]
    public async Task Pipe_in_the_place_of_a_file_is_not_opened()
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);
        var file = OnlyFile;
        File.Delete(file);
        Assert.Equal(0, (await ExternalProgram.RunAsync(new("mkfifo", [file]))).ExitCode);

        Assert.Null(await _store.GetAsync(PoolId, "guest").WaitAsync(SafetyLimit.Value));
    }

    [Fact]
    public async Task Two_keys_are_never_one_file()
    {
        (string Pool, string Key)[] keys = [("a", "b\nc"), ("a\nb", "c"), ("a", "B\nc"), ("", "a\nb\nc")];
        foreach (var (index, (pool, key)) in keys.Select((entry, index) => (index, entry)))
        {
            await _store.SetAsync(pool, key, $"id {index}");
        }

        foreach (var (index, (pool, key)) in keys.Select((entry, index) => (index, entry)))
        {
            Assert.Equal($"id {index}", await _store.GetAsync(pool, key));
        }

        // Both would be written as the same replacement character.
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _store.SetAsync(PoolId, "a\ud800", IdentityId));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _store.GetAsync(PoolId, "a\udc00"));
    }

    [Fact]
    public async Task Temporary_files_that_a_killed_process_left_are_removed()
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);
        var (old, young) = ($"{OnlyFile}.{Guid.NewGuid():N}.tmp", $"{OnlyFile}.{Guid.NewGuid():N}.tmp");
        await File.WriteAllTextAsync(old, "half of a file");
        File.SetLastWriteTimeUtc(old, File.GetLastWriteTimeUtc(old) - TimeSpan.FromHours(2));
        await File.WriteAllTextAsync(young, "another process's");

        await new FileIdentityIdStore(Folder).SetAsync(PoolId, "guest", IdentityId);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    // As on Windows, where a file that is being read cannot be replaced for a moment.
    [Fact]
    public async Task Replacement_that_collides_is_tried_again_and_in_the_end_an_error()
    {
        var clock = new VirtualTime();
        var attempts = 0;
        Task Collide(int times) => ++attempts <= times ? throw new UnauthorizedAccessException() : Task.CompletedTask;

        await ReplacementRace.RetryAsync(() => Collide(9), mayCollide: true, clock, CancellationToken.None);
        Assert.Equal(10, attempts);

        attempts = 0;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => ReplacementRace.RetryAsync(() => Collide(10), mayCollide: true, clock, CancellationToken.None));

        attempts = 0;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => ReplacementRace.RetryAsync(() => Collide(1), mayCollide: false, clock, CancellationToken.None));
        Assert.Equal(1, attempts);
    }
}
