using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CognitoIdentity.Tests.Configuration;

/// <summary>Hosts whose template adds handlers to every HTTP client, as that of .NET Aspire does.</summary>
public sealed class HostDefaultsTests
{
    private readonly ServiceCollection _services = new();

    public static TheoryData<bool, bool> Registrations => new() { { true, false }, { false, false }, { true, true }, { false, true } };

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task Attempt_is_one_request_where_the_host_has_a_resilience_handler(bool hostFirst, bool registersTwice)
    {
        using var primary = new ScriptedHandler(CannedResponse.Error("InternalErrorException", 500));
        Register(hostFirst, registersTwice, http => http.AddStandardResilienceHandler()).ConfigurePrimaryHttpMessageHandler(() => primary);
        await using var provider = _services.BuildServiceProvider();

        var error = await TestClient.FailureAsync<InternalErrorException>(
            provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Equal(
            ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"], primary.Requests.Select(request => request["amz-sdk-request"]));
        Assert.Equal(2, error.RetryAttempts);
    }

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task Lost_creation_of_a_pool_is_one_request_where_the_host_has_a_resilience_handler(bool hostFirst, bool registersTwice)
    {
        using var primary = new ScriptedHandler(CannedResponse.Lost);
        Register(hostFirst, registersTwice, http => http.AddStandardResilienceHandler()).ConfigurePrimaryHttpMessageHandler(() => primary);
        await using var provider = _services.BuildServiceProvider();

        await TestClient.FailureAsync<CognitoIdentityConnectionException>(
            Calls.ByName["CreateIdentityPool"](provider.GetRequiredService<ICognitoIdentityClient>(), default));

        Assert.Single(primary.Requests);
    }

    [Theory]
    [MemberData(nameof(Registrations))]
    public async Task Handlers_of_the_clients_own_builder_stay_and_those_of_the_host_do_not(bool hostFirst, bool registersTwice)
    {
        using var primary = new ScriptedHandler(CannedResponse.Ok);
        var seen = new List<string>();
        var own = Register(hostFirst, registersTwice, http => http.AddHttpMessageHandler(() => new NamedHandler("host", seen)));
        own.AddHttpMessageHandler(() => new NamedHandler("own", seen)).ConfigurePrimaryHttpMessageHandler(() => primary);
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(["own"], seen);
    }

    // The type of a handler says nothing about who added it.
    [Fact]
    public async Task Resilience_handler_of_the_clients_own_builder_stays()
    {
        using var primary = new ScriptedHandler(CannedResponse.Error("InternalErrorException", 500), CannedResponse.Ok);
        Register(hostFirst: true, registersTwice: false, http => http.AddStandardResilienceHandler())
            .ConfigurePrimaryHttpMessageHandler(() => primary)
            .AddResilienceHandler(
                "own", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 1, Delay = TimeSpan.Zero }));
        await using var provider = _services.BuildServiceProvider();

        var response = await provider.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(2, primary.Requests.Count);
        Assert.Equal(0, response.ResponseMetadata.RetryAttempts);
    }

    [Fact]
    public async Task Handlers_of_the_host_apply_if_the_options_ask_for_them()
    {
        using var primary = new ScriptedHandler(CannedResponse.Ok);
        var seen = new List<string>();
        Register(hostFirst: true, registersTwice: false, http => http.AddHttpMessageHandler(() => new NamedHandler("host", seen)))
            .ConfigurePrimaryHttpMessageHandler(() => primary);
        _services.Configure<CognitoIdentityClientOptions>(options => options.UseHttpClientDefaults = true);
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(["host"], seen);
    }

    [Fact]
    public async Task Handlers_of_the_host_stay_on_the_hosts_other_clients()
    {
        using var primary = new ScriptedHandler(CannedResponse.Ok);
        var seen = new List<string>();
        Register(hostFirst: false, registersTwice: false, http => http.AddHttpMessageHandler(() => new NamedHandler("host", seen)));
        _services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => primary);
        await using var provider = _services.BuildServiceProvider();
        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");

        using var content = new StringContent("{}");
        using var response = await http.PostAsync(new Uri("http://h.example/"), content);

        Assert.Equal(["host"], seen);
    }

    // A proxy or a certificate of the whole host is set there.
    [Fact]
    public async Task Primary_handler_of_the_host_stays()
    {
        using var primary = new ScriptedHandler(CannedResponse.Ok);
        Register(hostFirst: false, registersTwice: false, http => http.ConfigurePrimaryHttpMessageHandler(() => primary));
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(TestClient.GetIdRequest);

        Assert.Single(primary.Requests);
    }

    [Fact]
    public async Task Keyed_client_is_kept_apart_from_the_hosts_handlers_too()
    {
        using var primary = new ScriptedHandler(CannedResponse.Ok);
        var seen = new List<string>();
        _services.AddKeyedCognitoIdentity("eu", Configure).ConfigurePrimaryHttpMessageHandler(() => primary);
        _services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new NamedHandler("host", seen)));
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<ICognitoIdentityClient>("eu").GetIdAsync(TestClient.GetIdRequest);

        Assert.Empty(seen);
    }

    public static TheoryData<Exception, Type> ForeignFailures => new()
    {
        { new TimeoutRejectedException("The host's timeout"), typeof(CognitoIdentityTimeoutException) },
        { new TaskCanceledException("Gave up", new TimeoutException()), typeof(CognitoIdentityConnectionException) },
        { new BrokenCircuitException("The circuit is open"), typeof(CognitoIdentityConnectionException) },
    };

    [Theory]
    [MemberData(nameof(ForeignFailures))]
    public async Task Failure_of_a_foreign_handler_is_typed_and_retried(Exception failure, Type expected)
    {
        using var primary =
            new ScriptedHandler(CannedResponse.Failure(failure), CannedResponse.Failure(failure), CannedResponse.Failure(failure));
        using var client = TestClient.Create(primary);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.IsType(expected, error);
        Assert.Equal(("GetId", 2, true), (error.OperationName, error.RetryAttempts, error.IsTransient));
        Assert.Equal(3, primary.Requests.Count);
    }

    [Fact]
    public async Task Creation_of_a_pool_that_a_foreign_handler_cut_off_is_not_repeated()
    {
        using var primary = new ScriptedHandler(CannedResponse.Failure(new TimeoutRejectedException("The host's timeout")));
        using var client = TestClient.Create(primary);

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.True(error.MayHaveBeenCarriedOut);
        Assert.Single(primary.Requests);
    }

    private IHttpClientBuilder Register(bool hostFirst, bool registersTwice, Action<IHttpClientBuilder> host)
    {
        if (hostFirst)
        {
            _services.ConfigureHttpClientDefaults(host);
        }

        var builder = _services.AddCognitoIdentity(Configure);
        if (registersTwice)
        {
            builder = _services.AddCognitoIdentity();
        }

        if (!hostFirst)
        {
            _services.ConfigureHttpClientDefaults(host);
        }

        return builder;
    }

    private static void Configure(CognitoIdentityClientOptions options)
    {
        var given = TestClient.Options();
        (options.Region, options.Credentials, options.TimeProvider) = (given.Region, given.Credentials, given.TimeProvider);
    }

    private sealed class NamedHandler(string name, List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(name);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
