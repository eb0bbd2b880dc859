using System.Globalization;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>
/// A random walk of all clocks, gateways' dates and faults, judged by the service's clock: no expired session is ever served.
/// </summary>
public sealed class RandomWalkTests
{
    /// <summary>
    /// Each step passes time, sets the wall clock, puts the machine to sleep, or changes what the service and the gateway before it do;
    /// then the credentials are used. While a session is cached, either the wall clock is set or the machine sleeps: of a machine that
    /// slept and whose clock was then set back by as much, no clock tells the time.
    /// </summary>
    [Theory]
    [InlineData(1, false, false)]
    [InlineData(2, true, false)]
    [InlineData(3, false, true)]
    public async Task Session_is_never_expired_by_the_services_clock(int seed, bool basicFlow, bool realClient)
    {
        const int Steps = 100_000;
        using var walk = new Walk(seed, basicFlow, realClient);
        for (var step = 0; step < Steps; step++)
        {
            await walk.StepAsync();
        }

        // The walk got around: sessions, errors, and most uses served from the cache.
        Assert.True(walk.Sessions > Steps / 100, walk.ToString());
        Assert.True(walk.Errors > Steps / 1_000, walk.ToString());
        Assert.True(walk.Served > Steps / 2, walk.ToString());
    }

    private sealed class Walk : IDisposable
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        private readonly Random _random;
        private readonly MachineClock _clock = new();
        private readonly CognitoIdentityCredentials _credentials;
        private readonly bool _basicFlow;
        private DateTimeOffset _service;
        private bool _isDown;
        private bool _dateIsWrong;
        private bool _maySleep;
        private readonly ScriptedHandler _handler;
        private readonly CognitoIdentityClient _client;
        private CognitoIdentitySession? _last;

        public Walk(int seed, bool basicFlow, bool realClient)
        {
            _random = new(seed);
            _basicFlow = basicFlow;
            _service = _clock.GetUtcNow();
            var (client, fake) = FakeClient.Create();
            fake.IssueAsync = (_, _) => IssueAsync();
            fake.Metadata = () => ExpiryTest.WithDate(Date());
            fake.OpenIdToken = () => ExpiryTest.Token(_service);
            _handler = new(RespondAsync);
            _client = TestClient.Create(_handler, options => (options.TimeProvider, options.MaxAttempts) = (_clock, 1));
            _credentials = new(
                new()
                {
                    IdentityPoolId = TestClient.PoolId,
                    TimeProvider = _clock,
                    Jitter = _random.NextDouble,
                    AssumeRoleWithWebIdentity = basicFlow ? (_, _) => IssueAsync() : null,
                },
                realClient ? _client : client);
        }

        public int Served { get; private set; }

        public int Errors { get; private set; }

        public int Sessions { get; private set; }

        public void Dispose()
        {
            _client.Dispose();
            _handler.Dispose();
        }

        public override string ToString() => $"{Served} served, {Errors} errors, {Sessions} sessions";

        public async Task StepAsync()
        {
            Move();
            try
            {
                var session = await _credentials.GetSessionAsync();
                Assert.True(session.Expiration > _service, $"{ToString()}: expired at {session.Expiration:O}, served at {_service:O}.");
                Served++;
                if (_last?.Credentials != session.Credentials)
                {
                    _last = session;
                    Sessions++;
                }
            }
            catch (CognitoIdentityException)
            {
                Errors++;
            }

            // The refresh in the background belongs to this step.
            await _credentials.WhenIdleAsync();
        }

        private void Move()
        {
            switch (_random.Next(12))
            {
                case 0 when _maySleep:
                    var sleep = Hour * _random.NextDouble() * 3;
                    _service += sleep;
                    _clock.Sleep(sleep);
                    break;
                case 0:
                    _clock.MoveWallClock(Around(_random.Next(2) == 0 ? 0.1 : 48));
                    break;
                case 1:
                    _isDown = _random.Next(4) == 0;
                    break;
                case 2:
                    _dateIsWrong = _random.Next(2) == 0;
                    break;
                default:
                    var pass = Hour * _random.NextDouble() * (_random.Next(10) == 0 ? 0.5 : 0.05);
                    _service += pass;
                    _clock.Advance(pass);
                    break;
            }
        }

        private async Task<Credentials> IssueAsync()
        {
            await Task.CompletedTask;
            if (_isDown)
            {
                throw new InternalErrorException("down");
            }

            // From now on these credentials are cached.
            _maySleep = _random.Next(2) == 0;
            var lifetime = _basicFlow ? Hour * (0.25 + (11.75 * _random.NextDouble())) : Hour;
            return FakeClient.NewCredentials(_service + lifetime);
        }

        // The real client learns from the Date of every response, that of an error too.
        private async Task<HttpResponseMessage> RespondAsync(RecordedRequest request, CancellationToken cancellationToken)
        {
            (string, string)[] headers = [("Date", Date().ToString("r", CultureInfo.InvariantCulture))];
            try
            {
                var issued = await IssueAsync();
                var credentials = $$"""
                    { "AccessKeyId": "{{issued.AccessKeyId}}", "SecretKey": "s", "SessionToken": "t",
                      "Expiration": {{issued.Expiration.ToUnixTimeSeconds()}} }
                    """;
                var body = $$"""{ "IdentityId": "{{TestClient.PoolId}}", "Credentials": {{credentials}} }""";
                return await CannedResponse.Body(body, headers: headers)(request, cancellationToken);
            }
            catch (InternalErrorException)
            {
                return await CannedResponse.Body("""{"__type":"InternalErrorException"}""", 500, headers)(request, cancellationToken);
            }
        }

        private DateTimeOffset Date() => _dateIsWrong ? _service + Around(48) : _service;

        private TimeSpan Around(double hours) => Hour * hours * ((2 * _random.NextDouble()) - 1);
    }
}
