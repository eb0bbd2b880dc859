using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.DependencyInjection;

/// <summary>
/// Beside the AddCognitoIdentity of another package, the documented calls compile and are ours. That this file compiles is half the test.
/// </summary>
public sealed class OverloadTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public void Call_without_arguments_is_ours()
    {
        IHttpClientBuilder builder = _services.AddCognitoIdentity();

        AssertOurs(builder);
    }

    [Fact]
    public void Call_with_a_lambda_on_our_options_is_ours()
    {
        IHttpClientBuilder builder = _services.AddCognitoIdentity(options => options.Region = "eu-central-1");

        AssertOurs(builder);
        using var provider = _services.BuildServiceProvider();
        Assert.Equal("eu-central-1", provider.GetRequiredService<IOptions<CognitoIdentityClientOptions>>().Value.Region);
    }

    // Nothing in the body distinguishes the two options types.
    [Fact]
    public void Call_with_a_lambda_that_fits_both_options_is_ours() => AssertOurs(_services.AddCognitoIdentity(options => { }));

    [Fact]
    public void Call_that_only_the_other_package_can_take_is_still_theirs()
    {
        _services.AddCognitoIdentity(options => options.UserStore = "x");
        _services.AddCognitoIdentity(prefix: "p");

        Assert.Equal(2, _services.Count(service => service.ServiceType == typeof(OtherCognitoIdentityExtensions.OtherRegistration)));
        Assert.DoesNotContain(_services, service => service.ServiceType == typeof(ICognitoIdentityClient));
    }

    private void AssertOurs(IHttpClientBuilder builder)
    {
        Assert.NotNull(builder);
        Assert.Contains(_services, service => service.ServiceType == typeof(ICognitoIdentityClient));
        Assert.DoesNotContain(_services, service => service.ServiceType == typeof(OtherCognitoIdentityExtensions.OtherRegistration));
    }
}
