using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>The lines that IHttpClientFactory itself logs about requests.</summary>
public sealed class RequestLogTests : IDisposable
{
    private const string FactorysCategory = "System.Net.Http.HttpClient";

    private readonly FakeLoggerProvider _logs = new();
    private readonly ScriptedHandler _handler = new(CannedResponse.Ok);

    [Fact]
    public async Task Factorys_own_lines_are_silent_by_default() => Assert.Empty(await LinesAsync(services => Add(services)));

    [Fact]
    public async Task Factorys_own_lines_name_the_operation_when_they_are_turned_on()
    {
        var lines = await LinesAsync(services => Add(services).AddDefaultLogger());

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains("Cognito Identity/ListIdentityPools", line.Scopes.Select(scope => scope?.ToString())));
    }

    [Fact]
    public async Task Factorys_own_lines_stay_on_when_the_client_is_registered_again() => Assert.NotEmpty(await LinesAsync(services =>
    {
        Add(services).AddDefaultLogger();
        Add(services);
    }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Factorys_own_lines_stay_off_when_the_address_has_the_signature(bool factoryFirst)
    {
        var logger = new CountingLogger();
        var lines = await LinesAsync(services =>
        {
            if (factoryFirst)
            {
                services.AddHttpClient("other");
            }

            Add(services, SignatureLocation.QueryString).AddDefaultLogger().AddLogger(_ => logger);
        });

        Assert.Empty(lines);
        Assert.Equal(1, logger.Requests);
        Assert.Contains("X-Amz-Security-Token=session-token", _handler.Request.Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_another_client_stay_on_when_one_client_signs_the_address()
    {
        var lines = await LinesAsync(services =>
        {
            Add(services).AddDefaultLogger();
            services.AddKeyedCognitoIdentity("other", options => options.SignatureLocation = SignatureLocation.QueryString);
        });

        Assert.NotEmpty(lines);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Logger_that_the_host_adds_for_all_its_clients_stays(bool hostFirst)
    {
        var logger = new CountingLogger();
        await LinesAsync(services =>
        {
            if (hostFirst)
            {
                services.ConfigureHttpClientDefaults(http => http.AddLogger(_ => logger));
            }

            Add(services);
            if (!hostFirst)
            {
                services.ConfigureHttpClientDefaults(http => http.AddLogger(_ => logger));
            }
        });

        Assert.Equal(1, logger.Requests);
    }

    [Fact]
    public async Task Lines_of_the_applications_other_clients_are_not_silenced()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_logs));
        Add(services);
        services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => _handler);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IHttpClientFactory>().CreateClient("other").PostAsync(
            new Uri("https://other.example/"), new StringContent(""));

        Assert.NotEmpty(Lines());
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("x-amz-security-token")]
    public void Secret_headers_are_redacted_whatever_the_application_chooses(string header)
    {
        var services = new ServiceCollection();
        Add(services).RedactLoggedHeaders(_ => false);
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get("CognitoIdentity");

        Assert.True(options.ShouldRedactHeaderValue(header));
        Assert.False(options.ShouldRedactHeaderValue("X-Amz-Target"));
    }

    public void Dispose()
    {
        _handler.Dispose();
        _logs.Dispose();
    }

    private IHttpClientBuilder Add(IServiceCollection services, SignatureLocation signature = SignatureLocation.AuthorizationHeader) =>
        services.AddCognitoIdentity(options =>
        {
            (options.Region, options.SignatureLocation, options.Credentials) = ("us-east-1", signature, new TestCredentials());
        }).ConfigurePrimaryHttpMessageHandler(() => _handler);

    private async Task<IReadOnlyList<FakeLogRecord>> LinesAsync(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        register(services);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(TestClient.ListRequest);
        return Lines();
    }

    private IReadOnlyList<FakeLogRecord> Lines() => [.. _logs.Collector.GetSnapshot().Where(record =>
        record.Category!.StartsWith(FactorysCategory, StringComparison.Ordinal))];

    private sealed class CountingLogger : IHttpClientLogger
    {
        public int Requests { get; private set; }

        public object? LogRequestStart(HttpRequestMessage request)
        {
            Requests++;
            return null;
        }

        public void LogRequestStop(object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed)
        {
        }

        public void LogRequestFailed(
            object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception, TimeSpan elapsed)
        {
        }
    }
}
