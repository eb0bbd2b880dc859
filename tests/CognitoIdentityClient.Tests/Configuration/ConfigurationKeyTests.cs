using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.Configuration;

public sealed class ConfigurationKeyTests
{
    [Theory]
    [InlineData("Regoin", "Region")]
    [InlineData("MaxAttempt", "MaxAttempts")]
    [InlineData("RequestTimeout", "RefreshTimeout")]
    [InlineData("max_attempts", "MaxAttempts")]
    [InlineData("UseFipsEndpoints", "UseFipsEndpoint")]
    public void Key_that_is_not_an_option_is_reported_with_the_nearest_option(string key, string nearest)
    {
        var problems = new List<string>();

        ConfigurationKeys.Check(Section(key), problems);

        Assert.Equal($"'{key}' in the configuration is not an option; did you mean '{nearest}'?", Assert.Single(problems));
    }

    [Theory]
    [InlineData("AccessKeyId")]
    [InlineData("Credentials")]
    [InlineData("Logging")]
    public void Key_that_is_like_no_option_is_reported_without_a_guess(string key)
    {
        var problems = new List<string>();

        ConfigurationKeys.Check(Section(key), problems);

        Assert.Equal($"'{key}' in the configuration is not an option.", Assert.Single(problems));
    }

    [Fact]
    public void Misspelled_key_stops_the_client_with_all_other_problems()
    {
        var services = new ServiceCollection();
        services.AddCognitoIdentity(Section("Regoin"));
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ICognitoIdentityClient>);

        Assert.Contains("did you mean 'Region'", error.Message);
        Assert.Contains("No region", error.Message);
    }

    // One section may hold both.
    [Theory]
    [InlineData("region")]
    [InlineData("IdentityPoolId")]
    [InlineData("UseHttpClientDefaults")]
    public void Key_of_the_client_or_of_credentials_in_any_case_is_not_a_problem(string key)
    {
        var problems = new List<string>();

        ConfigurationKeys.Check(Section(key), problems);

        Assert.Empty(problems);
    }

    [Fact]
    public void Key_that_is_bound_is_not_a_problem()
    {
        var section = new RecordingSection();

        ConfigurationBinding.Apply(section, new CognitoIdentityClientOptions());
        ConfigurationBinding.Apply(section, new CognitoIdentityCredentialsOptions());

        Assert.NotEmpty(section.Read);
        var problems = new List<string>();
        Assert.All(section.Read, key => ConfigurationKeys.Check(Section(key), problems));
        Assert.Empty(problems);
    }

    private static IConfiguration Section(string key) => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create("CognitoIdentity:" + key, (string?)"1")])
        .Build()
        .GetSection("CognitoIdentity");

    /// <summary>An empty section that records the keys that are read.</summary>
    private sealed class RecordingSection : IConfiguration
    {
        public HashSet<string> Read { get; } = [];

        public string? this[string key]
        {
            get
            {
                Read.Add(key);
                return null;
            }

            set => throw new NotSupportedException();
        }

        public IEnumerable<IConfigurationSection> GetChildren() => [];

        public Microsoft.Extensions.Primitives.IChangeToken GetReloadToken() => throw new NotSupportedException();

        public IConfigurationSection GetSection(string key) => throw new NotSupportedException();
    }
}
