using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using WireMock.ResponseBuilders;

namespace CognitoIdentity.Tests.Http;

/// <summary>The client's promises over its own connections to a server on loopback; other tests have a handler of their own.</summary>
public sealed class RealConnectionTests
{
    private const string Pool = """{"IdentityPoolId":"r:1","IdentityPoolName":"n","AllowUnauthenticatedIdentities":true}""";

    private readonly VirtualTime _clock = new();

    private static IResponseBuilder ServerError => Response.Create().WithStatusCode(500).WithHeader("x-amzn-RequestId", "1");

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Attempt_is_one_request_on_the_wire_in_a_host_with_a_resilience_handler(bool hostFirst, bool registersTwice)
    {
        using var server = StubServer.Start(ServerError);
        await using var provider = Host(new(server.Url!), hostFirst, registersTwice);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(
            provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal(2, error.RetryAttempts);
        Assert.Equal(
            ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"],
            server.LogEntries.Select(entry => Assert.Single(entry.RequestMessage!.Headers!["amz-sdk-request"])));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Lost_creation_of_a_pool_is_one_request_on_the_wire_in_a_host_with_a_resilience_handler(
        bool hostFirst, bool registersTwice)
    {
        await using var server = new LoopbackServer(LoopbackServer.ResetAsync);
        await using var provider = Host(server.Endpoint, hostFirst, registersTwice);

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(
            Calls.ByName["CreateIdentityPool"](provider.GetRequiredService<ICognitoIdentityClient>(), default));

        Assert.True(error.MayHaveBeenCarriedOut);
        Assert.Single(server.Requests);
    }

    // HTTP/1.1: the server may have worked on the request before it closed the connection that an earlier request had left open.
    [Fact]
    public async Task Kept_connection_that_closes_after_the_request_leaves_its_outcome_open()
    {
        await using var server = new LoopbackServer(async connection =>
        {
            await LoopbackServer.SendJsonAsync(connection, Pool);
            await connection.ReceiveAsync(new byte[65_536]);
        });
        using var client = Client(server.Endpoint);
        await Calls.ByName["DescribeIdentityPool"](client, default);

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal((0, true), (error.RetryAttempts, error.MayHaveBeenCarriedOut));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Kept_connection_that_closed_before_the_request_costs_no_attempt()
    {
        var closed = new TaskCompletionSource();
        await using var server = new LoopbackServer(async connection =>
        {
            await LoopbackServer.SendJsonAsync(connection, Pool);
            connection.Close();
            closed.TrySetResult();
        });
        using var client = Client(server.Endpoint);
        await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = "r:1" });
        await closed.Task.WithinSafetyLimit();

        var pool = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "n", AllowUnauthenticatedIdentities = true });

        Assert.Equal(0, pool.ResponseMetadata.RetryAttempts);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("429 Too Many Requests", 429)]
    [InlineData("503 Service Unavailable", 503)]
    public async Task Error_whose_body_stalls_is_the_services_error(string status, int code)
    {
        await using var server = new LoopbackServer(async connection =>
        {
            await LoopbackServer.SendAsync(connection, $"HTTP/1.1 {status}\r\nx-amzn-RequestId: 1\r\nContent-Length: 100\r\n\r\n{{\"__ty");
            await connection.ReceiveAsync(new byte[1]);
        });
        using var sockets = PrimaryHandler.CreateSocketsHandler();
        using var handler = new AfterHeaders(() => _clock.Advance(TimeSpan.FromSeconds(10))) { InnerHandler = sockets };
        using var client = TestClient.Create(handler, options => (options.Endpoint, options.TimeProvider) = (server.Endpoint, _clock));

        var error = await TestClient.FailureAsync<CognitoIdentityException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal((code, 2, false), ((int)error.StatusCode!, error.RetryAttempts, error.MayHaveBeenCarriedOut));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("DeleteIdentityPool")]
    [InlineData("UnlinkIdentity")]
    [InlineData("UnlinkDeveloperIdentity")]
    public async Task Removal_whose_response_was_lost_and_that_then_is_not_found_has_succeeded(string operation)
    {
        var requests = 0;
        await using var server = new LoopbackServer(connection => ++requests == 1
            ? LoopbackServer.ResetAsync(connection)
            : LoopbackServer.SendAsync(
                connection,
                "HTTP/1.1 400 Oh\r\nx-amzn-RequestId: 1\r\nx-amzn-ErrorType: ResourceNotFoundException:\r\nContent-Length: 0\r\n\r\n"));
        using var client = Client(server.Endpoint);

        await Calls.ByName[operation](client, default);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Quota_is_full_after_callers_canceled_in_back_off()
    {
        // Waits do not pass by themselves, so that every call stays in its back-off.
        var clock = new VirtualTime { LongestWait = TimeSpan.Zero };
        var quota = new RetryQuota();
        using var cancellation = new CancellationTokenSource();
        using var server = StubServer.Start(ServerError);
        using var handler = PrimaryHandler.CreateSocketsHandler();
        using var client = new CognitoIdentityClient(
            TestClient.Options(options => (options.Endpoint, options.TimeProvider) = (new(server.Url!), clock)),
            handler,
            ownsHandler: false,
            quota,
            () => 0.5);

        var calls = Enumerable.Range(0, 20).Select(_ => client.GetIdAsync(TestClient.GetIdRequest, cancellation.Token)).ToArray();
        await clock.UntilWaitAsync(TimeSpan.FromMilliseconds(25), calls.Length);
        Assert.Equal(500 - (20 * 14), quota.Tokens);
        await cancellation.CancelAsync();
        await Task.WhenAll(calls).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.All(calls, call => Assert.True(call.IsCanceled));
        Assert.Equal(500, quota.Tokens);
    }

    [Fact]
    public async Task Disposal_during_a_call_names_the_client_and_leaves_the_outcome_open()
    {
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async connection =>
        {
            received.SetResult();
            await connection.ReceiveAsync(new byte[1]);
        });
        var client = Client(server.Endpoint);
        var call = Calls.ByName["CreateIdentityPool"](client, default);
        await received.Task.WithinSafetyLimit();

        client.Dispose();

        var error = await TestClient.FailureAsync<CognitoIdentityClientDisposedException>(call.WithinSafetyLimit());
        Assert.Equal(("CognitoIdentityClient", true), (error.ObjectName, error.MayHaveBeenCarriedOut));
    }

    private CognitoIdentityClient Client(Uri endpoint) =>
        new(TestClient.Options(options => (options.Endpoint, options.TimeProvider) = (endpoint, _clock)));

    private ServiceProvider Host(Uri endpoint, bool hostFirst, bool registersTwice)
    {
        var services = new ServiceCollection();
        if (hostFirst)
        {
            services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        }

        services.AddCognitoIdentity(options =>
        {
            var given = TestClient.Options();
            (options.Region, options.Endpoint) = (given.Region, endpoint);
            (options.Credentials, options.TimeProvider) = (given.Credentials, _clock);
        });
        if (registersTwice)
        {
            services.AddCognitoIdentity();
        }

        if (!hostFirst)
        {
            services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        }

        return services.BuildServiceProvider();
    }

    private sealed class AfterHeaders(Action action) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            action();
            return response;
        }
    }
}
