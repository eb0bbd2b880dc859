using Amazon.Runtime;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.DependencyInjection;

/// <summary>Configuration sections, keyed clients, and what the container has.</summary>
public sealed class ConfiguredClientTests : IDisposable
{
    private readonly ScriptedHandler _primary = new(CannedResponse.Ok);
    private readonly ServiceCollection _services = new();

    public void Dispose() => _primary.Dispose();

    [Fact]
    public void Section_sets_every_option_that_a_configuration_can_hold()
    {
        _services.AddCognitoIdentity(Section(
            ("Region", "eu-west-1"),
            ("Endpoint", "https://h.example/"),
            ("UseFipsEndpoint", "false"),
            ("UseDualStackEndpoint", "False"),
            ("AllowInsecureEndpoint", "true"),
            ("SignatureLocation", "querystring"),
            ("RetryMode", "Adaptive"),
            ("MaxAttempts", "7"),
            ("AttemptTimeout", "00:00:02"),
            ("TotalTimeout", "00:01:30"),
            ("MaxResponseBytes", "2048"),
            ("ClockSkewCorrection", "false"),
            ("ApplicationId", "app")));
        using var provider = Build();

        var options = provider.GetRequiredService<IOptions<CognitoIdentityClientOptions>>().Value;

        Assert.Equal("eu-west-1", options.Region);
        Assert.Equal("https://h.example/", options.Endpoint!.AbsoluteUri);
        Assert.False(options.UseFipsEndpoint);
        Assert.False(options.UseDualStackEndpoint);
        Assert.True(options.AllowInsecureEndpoint);
        Assert.Equal(SignatureLocation.QueryString, options.SignatureLocation);
        Assert.Equal(RetryMode.Adaptive, options.RetryMode);
        Assert.Equal(7, options.MaxAttempts);
        Assert.Equal(TimeSpan.FromSeconds(2), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(90), options.TotalTimeout);
        Assert.Equal(2048, options.MaxResponseBytes);
        Assert.False(options.ClockSkewCorrection);
        Assert.Equal("app", options.ApplicationId);
    }

    [Fact]
    public void Section_with_malformed_values_is_an_error_that_names_them_all()
    {
        _services.AddCognitoIdentity(
            Section(("MaxAttempts", "many"), ("AttemptTimeout", "soon"), ("RetryMode", "eager"), ("UseFipsEndpoint", "1")));
        using var provider = Build();

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ICognitoIdentityClient>);

        Assert.All(["MaxAttempts is 'many'", "AttemptTimeout is 'soon'", "RetryMode is 'eager'", "UseFipsEndpoint is '1'"], problem =>
            Assert.Contains(problem, error.Message));
    }

    [Fact]
    public void Malformed_values_of_a_section_and_other_mistakes_come_in_one_error()
    {
        _services.AddCognitoIdentity(Section(("MaxAttempts", "many"), ("Region", "bad region")));
        using var provider = Build();

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ICognitoIdentityClient>);

        Assert.Contains("MaxAttempts is 'many'", error.Message);
        Assert.Contains("Region 'bad region'", error.Message);
    }

    [Fact]
    public async Task Keyed_client_can_be_set_up_by_a_section()
    {
        _services.AddKeyedCognitoIdentity("eu", Section(("Region", "eu-west-1"))).ConfigurePrimaryHttpMessageHandler(() => _primary);
        using var provider = Build();

        await provider.GetRequiredKeyedService<ICognitoIdentityClient>("eu").GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal("cognito-identity.eu-west-1.amazonaws.com", _primary.Request.Uri.Host);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Options_are_not_checked_at_the_start_where_a_fake_takes_the_clients_place(bool before)
    {
        using var fake = TestClient.Create(_primary);
        if (before)
        {
            _services.AddSingleton<ICognitoIdentityClient>(fake);
        }

        _services.AddCognitoIdentity();
        if (!before)
        {
            _services.AddSingleton<ICognitoIdentityClient>(fake);
        }

        using var provider = Build();

        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.Same(fake, provider.GetRequiredService<ICognitoIdentityClient>());
    }

    [Fact]
    public void Options_are_checked_at_the_start()
    {
        _services.AddCognitoIdentity();
        _services.AddKeyedCognitoIdentity("eu", options => options.MaxAttempts = 0);
        using var provider = Build();

        var error = Assert.ThrowsAny<Exception>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("No region", error.ToString());
        Assert.Contains("MaxAttempts is 0", error.ToString());
    }

    [Fact]
    public async Task Scoped_credentials_are_a_clear_error_of_signed_calls()
    {
        _services.AddScoped<AWSCredentials>(_ => TestClient.Credentials);
        Add(options => options.Region = "us-east-1");
        using var provider = Build();

        await TestClient.FailureAsync<CredentialsNotFoundException>(
            provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(TestClient.ListRequest));
    }

    [Fact]
    public async Task Keyed_clients_have_options_and_handlers_of_their_own()
    {
        using var other = new ScriptedHandler(CannedResponse.Ok);
        _services.AddKeyedCognitoIdentity("eu", options => options.Region = "eu-west-1").ConfigurePrimaryHttpMessageHandler(() => _primary);
        _services.AddKeyedCognitoIdentity("us", options => options.Region = "us-west-2").ConfigurePrimaryHttpMessageHandler(() => other);
        using var provider = Build();

        await provider.GetRequiredKeyedService<ICognitoIdentityClient>("eu").GetIdAsync(TestClient.GetIdRequest);
        await provider.GetRequiredKeyedService<ICognitoIdentityClient>("us").GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal("cognito-identity.eu-west-1.amazonaws.com", _primary.Request.Uri.Host);
        Assert.Equal("cognito-identity.us-west-2.amazonaws.com", other.Request.Uri.Host);
        Assert.Same(
            provider.GetRequiredKeyedService<ICognitoIdentityClient>("eu"), provider.GetRequiredKeyedService<ICognitoIdentityClient>("eu"));
        Assert.Null(provider.GetService<ICognitoIdentityClient>());
    }

    [Fact]
    public async Task Credentials_and_clock_of_the_container_are_used_where_the_options_have_none()
    {
        var clock = new VirtualTime(new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));
        _services.AddSingleton<TimeProvider>(clock);
        _services.AddSingleton<AWSCredentials>(new TestCredentials("AKIDCONTAINER", "secret"));
        Add(options => options.Region = "us-east-1");
        using var provider = Build();

        await provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Contains("Credential=AKIDCONTAINER/20150830/", _primary.Request["Authorization"]);
    }

    [Fact]
    public async Task Credentials_and_clock_of_the_options_come_before_the_containers()
    {
        _services.AddSingleton<TimeProvider>(new VirtualTime(new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero)));
        _services.AddSingleton<AWSCredentials>(new TestCredentials("AKIDCONTAINER", "secret"));
        Add(options =>
        {
            options.Region = "us-east-1";
            options.Credentials = TestClient.Credentials;
            options.TimeProvider = new VirtualTime(new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        });
        using var provider = Build();

        await provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Contains("Credential=AKIDEXAMPLE/20260102/", _primary.Request["Authorization"]);
    }

    private static IConfiguration Section(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create("CognitoIdentity:" + value.Name, (string?)value.Value)))
            .Build()
            .GetSection("CognitoIdentity");

    private void Add(Action<CognitoIdentityClientOptions> configure) =>
        _services.AddCognitoIdentity(configure).ConfigurePrimaryHttpMessageHandler(() => _primary);

    private ServiceProvider Build() =>
        _services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
}
