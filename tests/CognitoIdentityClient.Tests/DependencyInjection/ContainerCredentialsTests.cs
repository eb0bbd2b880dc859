using Amazon.Runtime;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoIdentity.Tests.DependencyInjection;

/// <summary>The AWSCredentials of the container, for the default client and for keyed ones.</summary>
public sealed class ContainerCredentialsTests : IDisposable
{
    private enum Place
    {
        Home,
        Office,
    }

    private readonly ScriptedHandler _primary = new(CannedResponse.Ok);
    private readonly ServiceCollection _services = new();

    public void Dispose() => _primary.Dispose();

    [Theory]
    [InlineData("eu")]
    [InlineData(Place.Home)]
    public async Task Keyed_client_signs_with_the_credentials_of_its_key(object key)
    {
        _services.AddSingleton<AWSCredentials>(new TestCredentials("AKIDDEFAULT", "secret"));
        _services.AddKeyedSingleton<AWSCredentials>(key, new TestCredentials("AKIDKEYED", "secret"));
        AddKeyed(key);

        Assert.Contains("Credential=AKIDKEYED/", await AuthorizationAsync(key));
    }

    [Fact]
    public async Task Keyed_client_signs_with_the_credentials_without_a_key_when_there_are_none_of_its_key()
    {
        _services.AddSingleton<AWSCredentials>(new TestCredentials("AKIDDEFAULT", "secret"));
        _services.AddKeyedSingleton<AWSCredentials>(Place.Office, new TestCredentials("AKIDKEYED", "secret"));
        AddKeyed(Place.Home);

        Assert.Contains("Credential=AKIDDEFAULT/", await AuthorizationAsync(Place.Home));
    }

    // Credentials may need the client themselves: resolving them in its constructor would be a cycle.
    [Fact]
    public async Task Credentials_are_resolved_at_the_first_signed_call()
    {
        var resolved = 0;
        _services.AddKeyedSingleton<AWSCredentials>("eu", (provider, key) =>
        {
            resolved++;
            Assert.NotNull(provider.GetRequiredKeyedService<ICognitoIdentityClient>(key));
            return TestClient.Credentials;
        });
        AddKeyed("eu");
        using var provider = Build();

        var client = provider.GetRequiredKeyedService<ICognitoIdentityClient>("eu");
        await client.GetIdAsync(TestClient.GetIdRequest);
        Assert.Equal(0, resolved);
        await client.ListIdentityPoolsAsync(TestClient.ListRequest);
        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(1, resolved);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Scoped_credentials_are_an_error_that_says_so(bool isKeyed, bool validatesScopes)
    {
        if (isKeyed)
        {
            _services.AddKeyedScoped<AWSCredentials>("eu", (_, _) => TestClient.Credentials);
        }
        else
        {
            _services.AddScoped<AWSCredentials>(_ => TestClient.Credentials);
        }

        AddKeyed("eu");
        using var provider = _services.BuildServiceProvider(validatesScopes);

        var error = await TestClient.FailureAsync<CredentialsNotFoundException>(
            provider.GetRequiredKeyedService<ICognitoIdentityClient>("eu").ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Contains("scoped service", error.Message, StringComparison.Ordinal);
        Assert.Empty(_primary.Requests);
    }

    [Fact]
    public async Task Keys_with_the_same_text_are_different_clients()
    {
        using var other = new ScriptedHandler(CannedResponse.Ok);
        AddKeyed(Place.Home);
        _services.AddKeyedCognitoIdentity("Home", options => options.Region = "eu-west-1").ConfigurePrimaryHttpMessageHandler(() => other);
        using var provider = Build();

        await provider.GetRequiredKeyedService<ICognitoIdentityClient>("Home").GetIdAsync(TestClient.GetIdRequest);
        Assert.Empty(_primary.Requests);
        await provider.GetRequiredKeyedService<ICognitoIdentityClient>(Place.Home).GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal("cognito-identity.eu-west-1.amazonaws.com", other.Request.Uri.Host);
        Assert.Equal("cognito-identity.us-east-1.amazonaws.com", _primary.Request.Uri.Host);
    }

    [Fact]
    public async Task Options_can_be_set_from_other_services()
    {
        _services.AddSingleton("eu-west-3");
        _services.AddCognitoIdentity((provider, options) => options.Region = provider.GetRequiredService<string>())
            .ConfigurePrimaryHttpMessageHandler(() => _primary);
        using var provider = Build();

        await provider.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal("cognito-identity.eu-west-3.amazonaws.com", _primary.Request.Uri.Host);
    }

    [Fact]
    public void Key_that_is_null_or_empty_is_refused()
    {
        Assert.Throws<ArgumentNullException>("serviceKey", () => _services.AddKeyedCognitoIdentity(null!, options => options.Region = "x"));
        Assert.Throws<ArgumentException>("serviceKey", () => _services.AddKeyedCognitoIdentity("", options => options.Region = "x"));
    }

    private void AddKeyed(object key) => _services.AddKeyedCognitoIdentity(key, (_, options) => options.Region = "us-east-1")
        .ConfigurePrimaryHttpMessageHandler(() => _primary);

    private async Task<string?> AuthorizationAsync(object key)
    {
        using var provider = Build();
        await provider.GetRequiredKeyedService<ICognitoIdentityClient>(key).ListIdentityPoolsAsync(TestClient.ListRequest);
        return _primary.Request["Authorization"];
    }

    private ServiceProvider Build() =>
        _services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
}
