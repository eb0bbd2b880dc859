using System.Runtime.Versioning;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

public sealed class FileIdentityIdStoreTests : IDisposable
{
    private const string PoolId = "us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11";
    private const string IdentityId = "us-east-1:0a1b2c3d-0000-4000-8000-000000000001";
    private const string OtherId = "us-east-1:0a1b2c3d-0000-4000-8000-000000000002";

    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory();
    private readonly FileIdentityIdStore _store;

    public FileIdentityIdStoreTests() => _store = new(Folder);

    private string Folder => Path.Combine(_temporary.FullName, "identities");

    private string OnlyFile => Assert.Single(Directory.GetFiles(Folder));

    public void Dispose() => _temporary.Delete(recursive: true);

    [Fact]
    public async Task Identity_is_found_again_by_another_store_of_the_folder()
    {
        await _store.SetAsync(PoolId, "user:alice", IdentityId);

        Assert.Equal(IdentityId, await new FileIdentityIdStore(Folder).GetAsync(PoolId, "user:alice"));
    }

    [Fact]
    public async Task File_is_deleted_when_its_identity_is_removed()
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);

        await _store.RemoveAsync(PoolId, "guest");

        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task Folder_that_is_not_there_is_an_empty_store()
    {
        Assert.Null(await _store.GetAsync(PoolId, "guest"));
        await _store.RemoveAsync(PoolId, "guest");
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task File_cut_at_every_byte_is_a_fresh_start()
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);
        var file = OnlyFile;
        var whole = await File.ReadAllBytesAsync(file);

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(file, whole[..length]);
            Assert.Null(await _store.GetAsync(PoolId, "guest"));
        }

        await File.WriteAllBytesAsync(file, whole);
        Assert.Equal(IdentityId, await _store.GetAsync(PoolId, "guest"));
    }

    [Fact]
    public async Task File_with_any_byte_changed_is_a_fresh_start()
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);
        var file = OnlyFile;
        var whole = await File.ReadAllBytesAsync(file);

        for (var index = 0; index < whole.Length; index++)
        {
            var changed = whole.ToArray();
            changed[index] ^= 1;
            await File.WriteAllBytesAsync(file, changed);
            Assert.Null(await _store.GetAsync(PoolId, "guest"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("us-east-1:0a1b2c3d-0000-4000-8000-000000000001")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public async Task File_of_anything_else_is_a_fresh_start(string content)
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);
        await File.WriteAllTextAsync(OnlyFile, content);

        Assert.Null(await _store.GetAsync(PoolId, "guest"));
    }

    [Fact]
    public async Task File_that_is_huge_is_not_read()
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);
        await using (var stream = File.OpenWrite(OnlyFile))
        {
            stream.SetLength(10L * 1024 * 1024 * 1024);
        }

        Assert.Null(await _store.GetAsync(PoolId, "guest"));
    }

    [Fact]
    public async Task File_of_another_user_copied_is_a_fresh_start()
    {
        await _store.SetAsync(PoolId, "user:alice", IdentityId);
        var alices = OnlyFile;
        await _store.SetAsync(PoolId, "user:bob", OtherId);
        var bobs = Directory.GetFiles(Folder).Single(file => file != alices);

        File.Copy(alices, bobs, overwrite: true);

        Assert.Null(await _store.GetAsync(PoolId, "user:bob"));
    }

    [UnixFact("Windows has no file modes.")]
    [UnsupportedOSPlatform("windows")]
    public async Task Folder_and_file_are_the_owners_alone()
    {
        await _store.SetAsync(PoolId, "user:alice@example.com", IdentityId);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(OnlyFile));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Folder));
        Assert.DoesNotContain("alice", OnlyFile);
    }

    // As processes do, each writer has a store of its own.
    [Fact]
    public async Task Stores_that_write_one_identity_at_the_same_time_leave_one_whole_file()
    {
        await _store.SetAsync(PoolId, "guest", IdentityId);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            for (var round = 0; round < 25; round++)
            {
                var store = new FileIdentityIdStore(Folder);
                await store.SetAsync(PoolId, "guest", (i + round) % 2 == 0 ? IdentityId : OtherId);
                Assert.Contains(await store.GetAsync(PoolId, "guest"), (string?[])[IdentityId, OtherId]);
            }
        })));

        Assert.Contains(await _store.GetAsync(PoolId, "guest"), (string?[])[IdentityId, OtherId]);
        Assert.Single(Directory.GetFiles(Folder));
    }

    // Not being able to read is no reason to make a new guest, whose first identity would then be lost.
    [Fact]
    public async Task File_that_cannot_be_read_is_an_error_of_the_guest()
    {
        await using var pool = await TestPool.StartAsync();
        var credentials = pool.Credentials(configure: options => options.IdentityIdStore = new FileIdentityIdStore(Folder));
        await credentials.GetIdentityIdAsync();
        var file = OnlyFile;
        File.Delete(file);
        Directory.CreateDirectory(file);
        var restarted = pool.Credentials(configure: options => options.IdentityIdStore = new FileIdentityIdStore(Folder));

        await Assert.ThrowsAnyAsync<Exception>(() => restarted.GetSessionAsync());

        Assert.Equal(1, pool.CallsOf("GetId"));
    }

    [Fact]
    public async Task Guest_is_the_same_after_a_restart()
    {
        await using var pool = await TestPool.StartAsync();
        var first = await pool.Credentials(configure: options => options.IdentityIdStore = new FileIdentityIdStore(Folder))
            .GetSessionAsync();

        var second = await pool.Credentials(configure: options => options.IdentityIdStore = new FileIdentityIdStore(Folder))
            .GetSessionAsync();

        Assert.Equal(first.IdentityId, second.IdentityId);
        Assert.Equal(1, pool.CallsOf("GetId"));
    }
}
