using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.DependencyInjection;

/// <summary>The overload for keyed clients that hands over the service provider.</summary>
public sealed class KeyedProviderOverloadTests
{
    private static readonly object Key = new();

    [Theory]
    [InlineData("eu")]
    [InlineData(null)]
    public async Task Keyed_client_is_configured_from_other_services(string? name)
    {
        var key = name ?? Key;
        using var primary = new ScriptedHandler(CannedResponse.Ok);
        var services = new ServiceCollection();
        services.AddSingleton(new Regions("eu-west-3"));

        services.AddKeyedCognitoIdentity(key, (provider, options) => options.Region = provider.GetRequiredService<Regions>().European)
            .ConfigurePrimaryHttpMessageHandler(() => primary);

        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredKeyedService<ICognitoIdentityClient>(key).GetIdAsync(new() { IdentityPoolId = "eu-west-3:1" });
        Assert.Equal("cognito-identity.eu-west-3.amazonaws.com", primary.Request.Uri.Host);
    }

    [Fact]
    public void Keyed_client_leaves_the_options_of_the_other_clients_alone()
    {
        var services = new ServiceCollection();
        services.AddCognitoIdentity((_, options) => options.Region = "us-east-1");
        services.AddKeyedCognitoIdentity("eu", (_, options) => options.Region = "eu-west-3");

        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptionsMonitor<CognitoIdentityClientOptions>>();
        Assert.Equal(("us-east-1", "eu-west-3"), (options.CurrentValue.Region, options.Get("eu").Region));
    }

    [Fact]
    public void Keyed_overload_names_the_argument_that_is_missing()
    {
        var services = new ServiceCollection();
        Action<IServiceProvider, CognitoIdentityClientOptions> configure = (_, _) => { };

        Assert.Throws<ArgumentNullException>("services", () => ((IServiceCollection)null!).AddKeyedCognitoIdentity("eu", configure));
        Assert.Throws<ArgumentNullException>("serviceKey", () => services.AddKeyedCognitoIdentity(null!, configure));
        Assert.Throws<ArgumentNullException>(
            "configure", () => services.AddKeyedCognitoIdentity("eu", (Action<IServiceProvider, CognitoIdentityClientOptions>)null!));
        Assert.Throws<ArgumentException>("serviceKey", () => services.AddKeyedCognitoIdentity("", configure));
        Assert.Empty(services);
    }

    private sealed record Regions(string European);
}
