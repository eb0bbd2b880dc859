using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The base of the tests of expiry: the clock of the machine, and that of the service.</summary>
public abstract class ExpiryTest
{
    private protected static TimeSpan Hour { get; } = TimeSpan.FromHours(1);

    private protected static TimeSpan Day { get; } = TimeSpan.FromDays(1);

    private protected MachineClock Clock { get; } = new();

    private protected ICognitoIdentityClient Client { get; }

    private protected FakeClient Fake { get; }

    // The lead of the service's clock over the true time, which is that of the machine's clock at the start of a test.
    private protected TimeSpan SinceStart { get; set; } = TimeSpan.Zero;

    private protected DateTimeOffset Start { get; }

    private protected TimeSpan Lifetime { get; set; } = Hour;

    private protected Func<DateTimeOffset, ResponseMetadata> Metadata { get; set; } = WithDate;

    protected ExpiryTest()
    {
        Start = Clock.GetUtcNow();
        (Client, Fake) = FakeClient.Create();
        Fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(ServiceNow + Lifetime));
        Fake.Metadata = () => Metadata(ServiceNow);
    }

    private protected DateTimeOffset ServiceNow => Start + SinceStart;

    private protected int Issued => Fake.CallsOf("GetCredentialsForIdentity");

    internal static ResponseMetadata WithDate(DateTimeOffset date) => WithDate(date, hasRequestId: true, hasAge: false);

    internal static string Token(DateTimeOffset issuedAt, DateTimeOffset? expiration = null)
    {
        var claims = $"{{\"iss\":\"https://example.com\",\"aud\":\"app\",\"iat\":{issuedAt.ToUnixTimeSeconds()}"
            + (expiration is { } end ? $",\"exp\":{end.ToUnixTimeSeconds()}}}" : "}");
        return Jwt.Unsigned(claims);
    }

    private protected static ResponseMetadata WithDate(DateTimeOffset date, bool hasRequestId, bool hasAge)
    {
        var headers = new Dictionary<string, string> { ["Date"] = date.ToString("r", CultureInfo.InvariantCulture) };
        if (hasAge)
        {
            headers.Add("age", "60");
        }

        return new() { RequestId = hasRequestId ? "request" : null, HttpHeaders = headers };
    }

    private protected void Pass(TimeSpan time)
    {
        SinceStart += time;
        Clock.Advance(time);
    }

    private protected async Task AssertRefreshedAsync(CognitoIdentityCredentials credentials)
    {
        var before = Issued + Fake.CallsOf("AssumeRole");
        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await credentials.GetSessionAsync()).Source);
        Assert.Equal(before + 1, Issued + Fake.CallsOf("AssumeRole"));
    }

    private protected CognitoIdentityCredentials CreateClassic(CognitoIdentityUser? user = null) => Create(options =>
    {
        options.User = user ?? CognitoIdentityUser.Guest;
        options.AssumeRoleWithWebIdentity = (_, _) =>
        {
            Fake.Count("AssumeRole");
            return Task.FromResult(FakeClient.NewCredentials(ServiceNow + Lifetime));
        };
    });

    private protected CognitoIdentityCredentials Create(Action<CognitoIdentityCredentialsOptions>? configure = null)
    {
        var options = new CognitoIdentityCredentialsOptions
        {
            IdentityPoolId = TestClient.PoolId,
            TimeProvider = Clock,
            Jitter = () => 0,
        };
        configure?.Invoke(options);
        return new(options, Client);
    }
}
