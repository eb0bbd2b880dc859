using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.DependencyInjection;

public sealed class AddCognitoIdentityTests : IDisposable
{
    private readonly ScriptedHandler _primary = new(CannedResponse.Ok);
    private readonly ServiceCollection _services = new();

    public void Dispose() => _primary.Dispose();

    [Fact]
    public async Task Client_is_a_singleton_that_a_validating_container_builds_and_that_calls()
    {
        Add();
        using var provider = Build();
        using var scope = provider.CreateScope();

        var client = provider.GetRequiredService<ICognitoIdentityClient>();

        Assert.IsType<CognitoIdentityClient>(client);
        Assert.Same(client, scope.ServiceProvider.GetRequiredService<ICognitoIdentityClient>());
        await client.GetIdAsync(TestClient.GetIdRequest);
        Assert.Equal("cognito-identity.us-east-1.amazonaws.com", _primary.Request.Uri.Host);
    }

    [Fact]
    public void Client_registered_without_options_takes_its_region_from_the_environment_or_reports_that_it_is_missing()
    {
        _services.AddCognitoIdentity();
        using var provider = Build();

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ICognitoIdentityClient>);

        Assert.Contains("No region", error.Message);
    }

    [Fact]
    public async Task Handler_added_to_the_builder_sees_the_signed_request_once_for_every_attempt()
    {
        using var failing = new ScriptedHandler(CannedResponse.Error("InternalErrorException", 500), CannedResponse.Ok);
        var seen = new List<(string? Authorization, string? Attempt)>();
        Add().ConfigurePrimaryHttpMessageHandler(() => failing)
            .AddHttpMessageHandler(() => new PeekingHandler(request => seen.Add((request["Authorization"], request["amz-sdk-request"]))));
        using var provider = Build();

        await provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3"], seen.Select(request => request.Attempt));
        Assert.All(seen, request => Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/", request.Authorization));
        Assert.Equal(failing.Requests.Select(request => request["Authorization"]), seen.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Registering_twice_gives_one_client_that_sends_once_with_all_that_was_configured()
    {
        var attempts = 0;
        _services.AddCognitoIdentity(options => options.Region = "eu-west-1")
            .AddHttpMessageHandler(() => new PeekingHandler(_ => attempts++));
        _services.AddCognitoIdentity(options => options.Credentials = TestClient.Credentials)
            .ConfigurePrimaryHttpMessageHandler(() => _primary);
        using var provider = Build();

        await Assert.Single(provider.GetServices<ICognitoIdentityClient>()).ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(1, attempts);
        Assert.Equal("cognito-identity.eu-west-1.amazonaws.com", _primary.Request.Uri.Host);
        Assert.Contains("Credential=AKIDEXAMPLE/", _primary.Request["Authorization"]);
    }

    [Fact]
    public async Task Registering_again_keeps_the_primary_handler_that_was_configured_before()
    {
        Add();
        using var port = new RefusingPort();
        _services.AddCognitoIdentity(options => options.Endpoint = port.Endpoint);
        using var provider = Build();

        await provider.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(TestClient.GetIdRequest);

        Assert.Single(_primary.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Client_of_the_applications_own_registered_before_or_after_takes_its_place(bool before)
    {
        using var own = TestClient.Create(_primary);
        if (before)
        {
            _services.AddSingleton<ICognitoIdentityClient>(own);
        }

        Add();
        if (!before)
        {
            _services.Replace(ServiceDescriptor.Singleton<ICognitoIdentityClient>(own));
        }

        using var provider = Build();

        Assert.Same(own, provider.GetRequiredService<ICognitoIdentityClient>());
    }

    [Fact]
    public void Problems_of_the_options_are_all_in_the_error_of_the_first_resolution()
    {
        Add();
        _services.Configure<CognitoIdentityClientOptions>(options => (options.MaxAttempts, options.MaxResponseBytes) = (0, 0));
        using var provider = Build();

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ICognitoIdentityClient>);

        Assert.Equal(2, error.Failures.Count());
    }

    [Fact]
    public async Task Container_that_is_disposed_takes_the_client_with_it()
    {
        Add();
        var provider = Build();
        var client = provider.GetRequiredService<ICognitoIdentityClient>();

        await provider.DisposeAsync();

        await TestClient.FailureAsync<ObjectDisposedException>(client.GetIdAsync(TestClient.GetIdRequest));
    }

    private IHttpClientBuilder Add() =>
        _services.AddCognitoIdentity(options =>
        {
            var given = TestClient.Options();
            (options.Region, options.Credentials, options.TimeProvider) = (given.Region, given.Credentials, given.TimeProvider);
        }).ConfigurePrimaryHttpMessageHandler(() => _primary);

    private ServiceProvider Build() =>
        _services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

    private sealed class PeekingHandler(Action<RecordedRequest> peek) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            peek(await RecordedRequest.FromAsync(request, cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
