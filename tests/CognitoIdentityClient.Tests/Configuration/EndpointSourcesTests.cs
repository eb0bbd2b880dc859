using Microsoft.Extensions.Options;
using static CognitoIdentity.Tests.Configuration.TestProfile;

namespace CognitoIdentity.Tests.Configuration;

/// <summary>The sources of an endpoint, FIPS and dual-stack: code, then environment, then profile, then the table.</summary>
public sealed class EndpointSourcesTests
{
    private const string Table = "https://cognito-identity.eu-west-1.amazonaws.com/";

    private readonly Dictionary<string, string> _environment = [];

    [Fact]
    public void Endpoint_comes_from_code_then_the_services_variable_then_the_general_one_then_the_profile_then_the_table()
    {
        var profile = Profile(("endpoint_url", "https://profile.example"));
        _environment["AWS_ENDPOINT_URL"] = "https://general.example";
        _environment["AWS_ENDPOINT_URL_COGNITO_IDENTITY"] = "https://service.example";

        Assert.Equal("https://code.example/", Resolve(profile, options => options.Endpoint = new("https://code.example")));
        Assert.Equal("https://service.example/", Resolve(profile));
        _environment["AWS_ENDPOINT_URL_COGNITO_IDENTITY"] = "";
        Assert.Equal("https://general.example/", Resolve(profile));
        _environment.Clear();
        Assert.Equal("https://profile.example/", Resolve(profile));
        Assert.Equal(Table, Resolve(Profile()));
    }

    [Fact]
    public void Endpoint_of_environment_and_profile_is_ignored_where_the_environment_says_so()
    {
        _environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true";
        _environment["AWS_ENDPOINT_URL"] = "https://general.example";
        var profile = Profile(("endpoint_url", "https://profile.example"));

        Assert.Equal(Table, Resolve(profile));
        Assert.Equal("https://code.example/", Resolve(profile, options => options.Endpoint = new("https://code.example")));
    }

    [Fact]
    public void Endpoint_of_the_profile_is_ignored_where_the_profile_says_so() =>
        Assert.Equal(Table, Resolve(Profile(("endpoint_url", "https://profile.example"), ("ignore_configured_endpoint_urls", "true"))));

    [Theory]
    [InlineData(true, "false", false, true)]
    [InlineData(false, "true", true, false)]
    [InlineData(null, "true", false, true)]
    [InlineData(null, "FALSE", true, false)]
    [InlineData(null, "", true, true)]
    [InlineData(null, null, null, false)]
    public void FIPS_comes_from_code_then_environment_then_profile(bool? code, string? variable, bool? profile, bool expected)
    {
        _environment["AWS_USE_FIPS_ENDPOINT"] = variable ?? "";

        var endpoint = Resolve(Profile(("use_fips_endpoint", profile?.ToString())), options => options.UseFipsEndpoint = code);

        Assert.Equal(expected, endpoint.Contains("-fips.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "false", false, true)]
    [InlineData(false, "true", true, false)]
    [InlineData(null, "true", false, true)]
    [InlineData(null, "", true, true)]
    [InlineData(null, null, null, false)]
    public void Dual_stack_comes_from_code_then_environment_then_profile(bool? code, string? variable, bool? profile, bool expected)
    {
        _environment["AWS_USE_DUALSTACK_ENDPOINT"] = variable ?? "";

        var endpoint = Resolve(
            Profile(("use_dualstack_endpoint", profile?.ToString())),
            options => (options.Region, options.UseDualStackEndpoint) = ("us-gov-west-1", code));

        Assert.Equal(expected, endpoint.EndsWith(".api.aws/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "FIPS")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "Dual-stack")]
    public void Endpoint_in_code_beside_FIPS_or_dual_stack_of_the_environment_is_refused(string name, string expected)
    {
        _environment[name] = "true";

        var error =
            Assert.Throws<OptionsValidationException>(() => Resolve(Profile(), options => options.Endpoint = new("http://127.0.0.1:1")));

        Assert.Contains(expected, error.Message);
    }

    private string Resolve(AwsProfile profile, Action<CognitoIdentityClientOptions>? configure = null)
    {
        var options = new CognitoIdentityClientOptions { Region = "eu-west-1" };
        configure?.Invoke(options);
        return ClientSettings.Resolve(options, _environment.GetValueOrDefault, () => profile).Endpoint.AbsoluteUri;
    }
}
