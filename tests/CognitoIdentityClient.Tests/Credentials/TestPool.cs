using System.Collections.Concurrent;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>
/// An emulator with a pool for guests, Google and developer users, and a client that reaches it in process, by one manual clock.
/// </summary>
internal sealed class TestPool : IAsyncDisposable
{
    public const string Google = "accounts.google.com";
    public const string Facebook = "graph.facebook.com";
    public const string DeveloperProvider = "login.example.com";
    public const string GuestRole = "arn:aws:iam::123456789012:role/guest";
    public const string UserRole = "arn:aws:iam::123456789012:role/user";

    private TestPool(CognitoIdentityEmulator emulator, VirtualTime clock)
    {
        Emulator = emulator;
        Clock = clock;
        Client = new(
            new() { Region = "us-east-1", Credentials = emulator.Credentials, TimeProvider = clock },
            emulator.CreateHandler());
    }

    public CognitoIdentityEmulator Emulator { get; }

    public VirtualTime Clock { get; }

    public CognitoIdentityClient Client { get; }

    public string PoolId { get; private set; } = "";

    /// <summary>Failed refreshes of the credentials that <see cref="Options"/> made.</summary>
    public ConcurrentQueue<CredentialsRefreshFailure> Failures { get; } = new();

    public static async Task<TestPool> StartAsync()
    {
        // Waits between attempts end by themselves, and those for a store, which are of two seconds, do not.
        var clock = new VirtualTime { LongestWait = TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1) };
        var pool = new TestPool(await CognitoIdentityEmulator.StartAsync(new() { TimeProvider = clock }), clock);
        var created = await pool.Client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "pool",
            AllowUnauthenticatedIdentities = true,
            DeveloperProviderName = DeveloperProvider,
            SupportedLoginProviders = new Dictionary<string, string> { [Google] = "app", [Facebook] = "app" },
        });
        pool.PoolId = created.IdentityPoolId;
        await pool.Client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = created.IdentityPoolId,
            Roles = new Dictionary<RoleType, string> { [RoleType.Unauthenticated] = GuestRole, [RoleType.Authenticated] = UserRole },
        });
        pool.Emulator.Requests.Clear();
        return pool;
    }

    public CognitoIdentityCredentialsOptions Options(CognitoIdentityUser? user = null) => new()
    {
        IdentityPoolId = PoolId,
        User = user ?? CognitoIdentityUser.Guest,
        TimeProvider = Clock,
        RefreshFailed = Failures.Enqueue,
    };

    public CognitoIdentityCredentials Credentials(
        CognitoIdentityUser? user = null, Action<CognitoIdentityCredentialsOptions>? configure = null)
    {
        var options = Options(user);
        configure?.Invoke(options);
        return new(options, Client);
    }

    /// <summary>A user of Google whose token the provider renews whenever it is asked.</summary>
    public CognitoIdentityUser GoogleUser(string subject) =>
        CognitoIdentityUser.SignedIn(Google, _ => Task.FromResult(GoogleToken(subject)));

    /// <summary>A token that is good for an hour, unless the test says otherwise.</summary>
    public string GoogleToken(string subject, TimeSpan? lifetime = null) =>
        Jwt.Unsigned(new
        {
            iss = "https://accounts.google.com",
            aud = "app",
            sub = subject,
            exp = (Clock.GetUtcNow() + (lifetime ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds(),
        });

    /// <summary>A developer-authenticated user, with a backend that signs in with the emulator's keys.</summary>
    public CognitoIdentityUser DeveloperUser(string name, Action<string?>? asked = null) => CognitoIdentityUser.DeveloperAuthenticated(
        async (identityId, cancellationToken) =>
        {
            asked?.Invoke(identityId);
            var response = await Client.GetOpenIdTokenForDeveloperIdentityAsync(
                new()
                {
                    IdentityPoolId = PoolId,
                    IdentityId = identityId,
                    Logins = new Dictionary<string, string> { [DeveloperProvider] = name },
                },
                cancellationToken);
            return new(response.IdentityId!, response.Token);
        });

    public int CallsOf(string operation) => Emulator.Requests.For(operation).Count;

    public Task DeleteAsync(string identityId) => Client.DeleteIdentitiesAsync(new() { IdentityIdsToDelete = [identityId] });

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return Emulator.DisposeAsync();
    }
}
