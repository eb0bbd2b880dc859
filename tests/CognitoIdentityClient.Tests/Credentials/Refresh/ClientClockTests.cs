using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>
/// Lifetimes with the real client, whose clock learns from the Date of responses, before a gateway that may have a wrong one; and with a
/// decorator of that client.
/// </summary>
public sealed class ClientClockTests : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly MachineClock _clock = new();
    private readonly ScriptedHandler _handler;
    private readonly Dictionary<string, TimeSpan?> _gatewayIsAhead = [];
    private readonly List<IDisposable> _clients = [];
    private TimeSpan _lifetime = TimeSpan.FromMinutes(40);
    private DateTimeOffset _service;

    public ClientClockTests()
    {
        _service = _clock.GetUtcNow();
        _handler = new((request, token) =>
        {
            var operation = request["X-Amz-Target"]!.Split('.')[1];
            var date = _gatewayIsAhead.GetValueOrDefault(operation, TimeSpan.Zero) is { } ahead ? _service + ahead : (DateTimeOffset?)null;
            (string, string)[] headers = date is null ? [] : [("Date", date.Value.ToString("r", CultureInfo.InvariantCulture))];
            var expiration = (_service + _lifetime).ToUnixTimeSeconds();
            var credentials = $$"""
                { "AccessKeyId": "ASIA", "SecretKey": "s", "SessionToken": "t", "Expiration": {{expiration}} }
                """;
            return CannedResponse.Body(
                $$"""{ "IdentityId": "{{TestClient.PoolId}}", "Credentials": {{credentials}} }""", headers: headers)(request, token);
        });
    }

    public static TheoryData<double> WrongClocks => [-2, 2, 0.5];

    private int Issued => _handler.Requests.Count(request => request["X-Amz-Target"]!.EndsWith("GetCredentialsForIdentity"));

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _handler.Dispose();
    }

    [Theory]
    [MemberData(nameof(WrongClocks))]
    public async Task Lifetime_is_by_the_clock_that_the_client_corrected_where_the_credentials_have_no_date(double days)
    {
        _clock.MoveWallClock(Day * days);
        _gatewayIsAhead["GetCredentialsForIdentity"] = null;

        await AssertLifetimeAsync(Create(), minutes: 40);
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    public async Task Lifetime_is_by_the_clock_that_the_client_corrected_where_their_date_is_wrong(double hours)
    {
        _clock.MoveWallClock(Day * 2);
        _gatewayIsAhead["GetCredentialsForIdentity"] = TimeSpan.FromHours(hours);

        await AssertLifetimeAsync(Create(), minutes: 40);
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(-0.5)]
    [InlineData(24)]
    public async Task Lifetime_is_by_the_date_of_the_credentials_after_a_wrong_date_before(double hours)
    {
        _gatewayIsAhead["GetId"] = TimeSpan.FromHours(hours);

        await AssertLifetimeAsync(Create(), minutes: 40);
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    public async Task Lifetime_is_an_hour_where_the_only_date_was_wrong(double hours)
    {
        _lifetime = TimeSpan.FromHours(1);
        _gatewayIsAhead["GetId"] = TimeSpan.FromHours(hours);
        _gatewayIsAhead["GetCredentialsForIdentity"] = null;

        await AssertLifetimeAsync(Create(), minutes: 60);
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    public async Task Lifetime_does_not_change_by_a_wrong_date_after_the_credentials(double hours)
    {
        var client = CreateClient();
        var credentials = Create(client);
        await credentials.GetSessionAsync();

        _gatewayIsAhead["GetId"] = TimeSpan.FromHours(hours);
        await client.GetIdAsync(TestClient.GetIdRequest);

        await AssertLifetimeAsync(credentials, minutes: 40, CognitoIdentitySessionSource.Cache);
    }

    [Theory]
    [MemberData(nameof(WrongClocks))]
    public async Task Lifetime_is_by_the_date_with_skew_correction_off(double days)
    {
        _clock.MoveWallClock(Day * days);

        await AssertLifetimeAsync(Create(CreateClient(corrects: false)), minutes: 40);
    }

    // The client does not learn from the response of GetId, so the local clock is all there is.
    [Theory]
    [InlineData(0, 40)]
    [InlineData(-2, 60)]
    [InlineData(2, 60)]
    public async Task Lifetime_is_by_the_local_clock_with_skew_correction_off_where_there_is_no_date(double days, double minutes)
    {
        _clock.MoveWallClock(Day * days);
        _lifetime = TimeSpan.FromMinutes(minutes);
        _gatewayIsAhead["GetCredentialsForIdentity"] = null;

        await AssertLifetimeAsync(Create(CreateClient(corrects: false)), minutes);
    }

    [Theory]
    [MemberData(nameof(WrongClocks))]
    public async Task Lifetime_is_by_the_date_with_a_decorated_client(double days)
    {
        _clock.MoveWallClock(Day * days);

        await AssertLifetimeAsync(Create(Decorate(CreateClient())), minutes: 40);
    }

    [Theory]
    [InlineData(0, 40)]
    [InlineData(-2, 60)]
    [InlineData(2, 60)]
    public async Task Lifetime_is_by_the_local_clock_with_a_decorated_client_where_there_is_no_date(double days, double minutes)
    {
        _clock.MoveWallClock(Day * days);
        _lifetime = TimeSpan.FromMinutes(minutes);
        _gatewayIsAhead["GetCredentialsForIdentity"] = null;

        await AssertLifetimeAsync(Create(Decorate(CreateClient())), minutes);
    }

    // The corrected clock and the Date agree, whatever the local clock says.
    [Theory]
    [MemberData(nameof(WrongClocks))]
    public async Task Credentials_that_arrive_expired_are_a_typed_error_under_a_wrong_local_clock(double days)
    {
        _clock.MoveWallClock(Day * days);
        _lifetime = TimeSpan.FromMinutes(-1);
        var credentials = Create();

        for (var use = 0; use < 20; use++)
        {
            await Assert.ThrowsAsync<CredentialsExpiredException>(() => credentials.GetSessionAsync());
        }

        Assert.Equal(1, Issued);
    }

    private static ICognitoIdentityClient Decorate(CognitoIdentityClient inner) =>
        FakeClient.Create(async (request, token) => request switch
        {
            GetIdRequest id => await inner.GetIdAsync(id, token),
            GetCredentialsForIdentityRequest keys => await inner.GetCredentialsForIdentityAsync(keys, token),
            _ => throw new NotSupportedException(),
        });

    private async Task AssertLifetimeAsync(
        CognitoIdentityCredentials credentials,
        double minutes,
        CognitoIdentitySessionSource source = CognitoIdentitySessionSource.Refresh)
    {
        Assert.Equal(source, (await credentials.GetSessionAsync()).Source);
        _gatewayIsAhead.Clear();

        // Before the refresh in the background begins, five minutes before the end.
        Pass(TimeSpan.FromMinutes(minutes - 6));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        Assert.Equal(1, Issued);
        Pass(TimeSpan.FromMinutes(6));
        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await credentials.GetSessionAsync()).Source);
        Assert.Equal(2, Issued);
    }

    private void Pass(TimeSpan time)
    {
        _service += time;
        _clock.Advance(time);
    }

    private CognitoIdentityClient CreateClient(bool corrects = true)
    {
        var client = TestClient.Create(
            _handler,
            options => (options.TimeProvider, options.ClockSkewCorrection, options.MaxAttempts) = (_clock, corrects, 1));
        _clients.Add(client);
        return client;
    }

    private CognitoIdentityCredentials Create(ICognitoIdentityClient? client = null) => new(
        new() { IdentityPoolId = TestClient.PoolId, TimeProvider = _clock, Jitter = () => 0 }, client ?? CreateClient());
}
