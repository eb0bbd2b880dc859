using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace CognitoIdentity.Tests.DependencyInjection;

/// <summary>The primary handler of a registered client: the client's own is created only if no other one is supplied.</summary>
public sealed class PrimaryHandlerRegistrationTests : IDisposable
{
    private readonly ServiceCollection _services = new();
    private readonly ScriptedHandler _primary = new(CannedResponse.Ok);

    public void Dispose() => _primary.Dispose();

    // Creating a SocketsHttpHandler throws on a platform without sockets, also one that is replaced right away.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handler_of_the_application_is_the_only_one_that_is_created(bool isOfTheHost)
    {
        var http = _services.AddCognitoIdentity(Configure);
        if (isOfTheHost)
        {
            _services.ConfigureHttpClientDefaults(host => host.ConfigurePrimaryHttpMessageHandler(() => _primary));
        }
        else
        {
            http.ConfigurePrimaryHttpMessageHandler(() => _primary);
        }

        var handlers = await CallAsync();

        Assert.Equal([_primary], handlers);
        Assert.Single(_primary.Requests);
    }

    [Fact]
    public async Task Handler_of_the_client_is_handed_over_to_be_configured()
    {
        SocketsHttpHandler? handedOver = null;
        _services.AddCognitoIdentity(Configure)
            .ConfigurePrimaryHttpMessageHandler((handler, _) => handedOver = (SocketsHttpHandler)handler)
            .AddHttpMessageHandler(() => new Responding());

        var handlers = await CallAsync();

        Assert.Same(handedOver, Assert.Single(handlers));
        Assert.False(handedOver!.AllowAutoRedirect);
        Assert.Equal(TimeSpan.FromMinutes(5), handedOver.PooledConnectionLifetime);
    }

    [Fact]
    public async Task Handler_of_the_client_is_used_when_nobody_supplies_another_one()
    {
        _services.AddCognitoIdentity(Configure).AddHttpMessageHandler(() => new Responding());

        Assert.False(Assert.IsType<SocketsHttpHandler>(Assert.Single(await CallAsync())).AllowAutoRedirect);
    }

    [Fact]
    public async Task Handler_of_the_client_is_used_with_the_handlers_of_the_host()
    {
        _services.AddCognitoIdentity(options =>
        {
            Configure(options);
            options.UseHttpClientDefaults = true;
        });
        _services.ConfigureHttpClientDefaults(host => host.AddHttpMessageHandler(() => new Responding()));

        Assert.IsType<SocketsHttpHandler>(Assert.Single(await CallAsync()));
    }

    private static void Configure(CognitoIdentityClientOptions options)
    {
        var given = TestClient.Options();
        (options.Region, options.Credentials, options.TimeProvider) = (given.Region, given.Credentials, given.TimeProvider);
    }

    /// <summary>Calls the client, and returns the primary handlers that it had, from the first to the one that it kept.</summary>
    private async Task<IReadOnlyList<HttpMessageHandler>> CallAsync()
    {
        var builder = new RecordingBuilder();
        _services.AddTransient<HttpMessageHandlerBuilder>(_ => builder);
        await using var provider = _services.BuildServiceProvider();
        await provider.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(TestClient.GetIdRequest);
        return builder.PrimaryHandlers;
    }

    /// <summary>A builder of handlers, which the factory of HTTP clients takes from the container.</summary>
    private sealed class RecordingBuilder : HttpMessageHandlerBuilder
    {
        public List<HttpMessageHandler> PrimaryHandlers { get; } = [];

        public override string? Name { get; set; }

        public override HttpMessageHandler PrimaryHandler
        {
            get => PrimaryHandlers[^1];
            set => PrimaryHandlers.Add(value);
        }

        public override IList<DelegatingHandler> AdditionalHandlers { get; } = [];

        public override HttpMessageHandler Build() => CreateHandlerPipeline(PrimaryHandler, AdditionalHandlers);
    }

    private sealed class Responding : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await CannedResponse.Ok(await RecordedRequest.FromAsync(request, cancellationToken), cancellationToken);
    }
}
