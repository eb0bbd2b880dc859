using System.Text;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Sessions that outlive the process.</summary>
public sealed class SessionStoreTests : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory();
    private readonly MachineClock _clock = new();
    private readonly ICognitoIdentityClient _client;
    private readonly FakeClient _fake;
    private int _asked;

    public SessionStoreTests()
    {
        (_client, _fake) = FakeClient.Create();
        _fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(_clock.GetUtcNow() + TimeSpan.FromHours(1)));
    }

    private string Folder => Path.Combine(_temporary.FullName, "sessions");

    private int Issued => _fake.CallsOf("GetCredentialsForIdentity");

    public void Dispose() => _temporary.Delete(recursive: true);

    [Fact]
    public async Task Session_is_restored_after_a_restart_without_any_call()
    {
        var first = await Start(Alice()).GetSessionAsync();

        var restarted = Start(Alice());
        var second = await restarted.GetSessionAsync();

        Assert.Equal((first.IdentityId, first.Credentials, first.IsGuest), (second.IdentityId, second.Credentials, second.IsGuest));
        Assert.Equal(CognitoIdentitySessionSource.Cache, second.Source);
        Assert.Equal(first.IdentityId, await restarted.GetIdentityIdAsync());
        Assert.Equal((1, 1, 1), (Issued, _fake.CallsOf("GetId"), _asked));
    }

    [Theory]
    [InlineData(54, 1)]
    [InlineData(59.5, 2)]
    [InlineData(61, 2)]
    public async Task Restored_session_has_aged_by_the_wall_clock(double minutes, int issued)
    {
        await Start(Alice()).GetSessionAsync();

        // Another boot: only the wall clock has gone on.
        _clock.Sleep(TimeSpan.FromMinutes(minutes));

        await Start(Alice()).GetSessionAsync();
        Assert.Equal(issued, Issued);
    }

    [Fact]
    public async Task Restored_session_ages_on_by_both_clocks()
    {
        await Start(Alice()).GetSessionAsync();
        _clock.Sleep(TimeSpan.FromMinutes(30));
        var restarted = Start(Alice());
        await restarted.GetSessionAsync();

        _clock.AdvanceTimestamp(TimeSpan.FromMinutes(31));

        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await restarted.GetSessionAsync()).Source);
    }

    [Fact]
    public async Task Restored_session_is_dropped_if_the_wall_clock_is_earlier_now()
    {
        await Start(Alice()).GetSessionAsync();
        _clock.MoveWallClock(TimeSpan.FromSeconds(-1));

        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await Start(Alice()).GetSessionAsync()).Source);
    }

    // As of somebody who can write to the store, or of another version: STS issues nothing longer.
    [Theory]
    [InlineData("12:00:00", CognitoIdentitySessionSource.Cache)]
    [InlineData("12:00:00.0000001", CognitoIdentitySessionSource.Refresh)]
    [InlineData("10000.00:00:00", CognitoIdentitySessionSource.Refresh)]
    [InlineData("00:00:00", CognitoIdentitySessionSource.Refresh)]
    [InlineData("-01:00:00", CognitoIdentitySessionSource.Refresh)]
    public async Task Stored_session_of_a_lifetime_that_no_credentials_have_is_not_restored(
        string lifetime,
        CognitoIdentitySessionSource source)
    {
        await Start(Alice()).GetSessionAsync();
        var store = new FileSessionStore(Folder);
        var json = Encoding.UTF8.GetString((await store.GetAsync(TestClient.PoolId, "user:alice"))!);
        var changed = json.Replace("\"Lifetime\":\"01:00:00\"", $"\"Lifetime\":\"{lifetime}\"", StringComparison.Ordinal);
        Assert.NotEqual(json, changed);
        await store.SetAsync(TestClient.PoolId, "user:alice", Encoding.UTF8.GetBytes(changed), _clock.GetUtcNow());

        Assert.Equal(source, (await Start(Alice()).GetSessionAsync()).Source);
    }

    [Fact]
    public async Task Session_of_another_user_role_or_pool_is_never_restored()
    {
        await Start(Alice()).GetSessionAsync();

        await Start(Alice().WithKey("bob")).GetSessionAsync();
        await Start(Alice().WithCustomRole("arn:aws:iam::123456789012:role/admin")).GetSessionAsync();
        await Start(CognitoIdentityUser.Guest.WithKey("alice")).GetSessionAsync();
        await Start(Alice(), options => options.IdentityPoolId = "us-east-1:277a950c-2c08-43f0-9983-28727e9a3b11").GetSessionAsync();

        Assert.Equal(5, Issued);
    }

    [Fact]
    public async Task Session_is_not_stored_by_default_nor_for_a_user_without_a_key_nor_with_a_callback_for_the_role()
    {
        await Start(Alice(), options => options.SessionStore = null).GetSessionAsync();
        await Start(CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult("token"))).GetSessionAsync();
        await Start(Alice().WithCustomRole(_ => Task.FromResult<string?>(null))).GetSessionAsync();

        Assert.Null(new CognitoIdentityCredentialsOptions().SessionStore);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task SignOut_removes_the_session_and_sign_in_does_not_use_one()
    {
        var credentials = Start(Alice());
        await credentials.GetSessionAsync();
        await credentials.SignInAsync(Alice(), GuestIdentityPolicy.Separate);
        Assert.Equal(2, Issued);

        await credentials.SignOutAsync();

        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task SignOut_of_the_factory_removes_the_session_of_a_user_that_it_does_not_know()
    {
        await Start(Alice()).GetSessionAsync();
        var factory = new CognitoIdentityCredentialsFactory(Options(Alice()), _client);

        await factory.SignOutAsync("alice");

        Assert.Empty(Directory.GetFiles(Folder));
    }

    [Fact]
    public async Task RefreshAsync_after_a_restart_does_not_use_the_stored_session()
    {
        await Start(Alice()).GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await Start(Alice()).RefreshAsync()).Source);
    }

    [Fact]
    public async Task Store_that_fails_costs_a_refresh_and_is_logged_once()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var options = Options(Alice());
        options.SessionStore = ScriptedStore.Failing();
        var credentials = new CognitoIdentityCredentials(options, _client, log);

        await credentials.GetSessionAsync();
        await credentials.RefreshAsync();

        Assert.Equal(["SessionStoreFailed"], log.Events().Select(entry => entry.Item2));
    }

    [Fact]
    public async Task File_is_the_owners_alone_and_encrypted_where_the_application_says_how()
    {
        // Not encryption, but a test can see that it was called.
        static byte[] Protect(byte[] bytes) => [.. bytes.Select(value => (byte)~value)];
        var session = await Start(Alice(), options => options.SessionStore = new FileSessionStore(Folder, Protect, Protect))
            .GetSessionAsync();
        var file = Assert.Single(Directory.GetFiles(Folder));

        Assert.DoesNotContain(session.Credentials.SecretKey, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        Assert.Equal(
            session.Credentials,
            (await Start(Alice(), options => options.SessionStore = new FileSessionStore(Folder, Protect, Protect))
                .GetSessionAsync()).Credentials);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        // With another key it is as if there were none.
        var other = new FileSessionStore(Folder, Protect, _ => throw new InvalidOperationException("Another key."));
        Assert.Equal(
            CognitoIdentitySessionSource.Refresh,
            (await Start(Alice(), options => options.SessionStore = other).GetSessionAsync()).Source);
    }

    [Fact]
    public void File_store_takes_both_functions_or_none()
    {
        Assert.Throws<ArgumentException>("unprotect", () => new FileSessionStore(Folder, bytes => bytes));
        Assert.Throws<ArgumentException>("protect", () => new FileSessionStore(Folder, null, bytes => bytes));
    }

    [Fact]
    public async Task File_that_is_damaged_is_a_refresh()
    {
        await Start(Alice()).GetSessionAsync();
        var file = Assert.Single(Directory.GetFiles(Folder));
        var whole = await File.ReadAllBytesAsync(file);
        for (var length = 0; length < whole.Length; length += 97)
        {
            await File.WriteAllBytesAsync(file, whole[..length]);
            Assert.Null(await new FileSessionStore(Folder).GetAsync(TestClient.PoolId, "user:alice"));
        }
    }

    private CognitoIdentityUser Alice() => CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
    {
        _asked++;
        return Task.FromResult("token");
    }).WithKey("alice");

    private CognitoIdentityCredentials Start(CognitoIdentityUser user, Action<CognitoIdentityCredentialsOptions>? configure = null)
    {
        var options = Options(user);
        configure?.Invoke(options);
        return new(options, _client);
    }

    private CognitoIdentityCredentialsOptions Options(CognitoIdentityUser user) => new()
    {
        IdentityPoolId = TestClient.PoolId,
        User = user,
        TimeProvider = _clock,
        SessionStore = new FileSessionStore(Folder),
        StoreTimeout = TimeSpan.FromDays(1),
        Jitter = () => 0,
    };
}
