using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.Configuration;

/// <summary>The shared config and credentials files: what is read of them, and what is said of what cannot be read.</summary>
public sealed class AwsProfileTests : IDisposable
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cognito-identity-profile");
    private readonly Dictionary<string, string?> _environment = [];

    public AwsProfileTests()
    {
        _environment["AWS_CONFIG_FILE"] = Path.Combine(_folder.FullName, "config");
        _environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_folder.FullName, "credentials");
    }

    private string ConfigFile => _environment["AWS_CONFIG_FILE"]!;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("[default]\nregion = eu-west-1", null)]
    [InlineData("[profile default]\nregion=eu-west-1", null)]
    [InlineData("[profile work]\nregion = eu-west-1 # Ireland", "work")]
    [InlineData("# comment\n; comment\n\n[ profile   work ]\n\tREGION\t=\teu-west-1", "work")]
    [InlineData("[profile \"my work\"]\nregion = eu-west-1", "my work")]
    [InlineData("[profile work]\nsso_session = x\n[sso-session x]\nregion = us-east-1\n[profile work]\nregion = EU-West-1\n", "work")]
    [InlineData("[profile work]\ns3 =\n  region = us-east-1\nregion = eu-west-1", "work")]
    public void Region_is_read_in_the_forms_of_the_files(string config, string? profile)
    {
        Write(config);
        _environment["AWS_PROFILE"] = profile;

        Assert.Equal("eu-west-1", Resolve(new()).Region);
    }

    [Fact]
    public void Credentials_file_wins_over_the_config_file()
    {
        Write("[default]\nregion = us-east-1\nmax_attempts = 5");
        File.WriteAllText(_environment["AWS_SHARED_CREDENTIALS_FILE"]!, $"[default]\naws_secret_access_key = {Secret}\nregion = eu-west-1");

        var settings = Resolve(new());

        Assert.Equal(("eu-west-1", 5), (settings.Region, settings.MaxAttempts));
    }

    [Fact]
    public void Endpoint_of_the_services_section_wins_over_that_of_the_profile()
    {
        Write("""
            [default]
            region = eu-west-1
            endpoint_url = https://all.example
            services = local
            [services local]
            s3 =
              endpoint_url = https://s3.example
            cognito_identity =
              endpoint_url = https://cognito.example
            """);

        Assert.Equal("https://cognito.example/", Resolve(new()).Endpoint.AbsoluteUri);
    }

    public static TheoryData<string> UnreadableFiles =>
    [
        $"[default]\n{Secret}",
        $"[default\nregion = eu-west-1\n{Secret}",
        "= [ garbage\n\u0000",
        $"{Secret}\n[default]\nregion = us-east-1",
        $"[default]\nregion = us-east-1\n  {Secret}",
    ];

    [Theory]
    [MemberData(nameof(UnreadableFiles))]
    public void Unreadable_file_does_not_stop_a_client_whose_region_is_given(string config)
    {
        Write(config);

        Assert.Equal("eu-west-1", Resolve(new() { Region = "eu-west-1" }).Region);
        _environment["AWS_REGION"] = "us-west-2";
        Assert.Equal("us-west-2", Resolve(new()).Region);
    }

    [Theory]
    [InlineData($"[default]\naws_access_key_id = AKID\n{Secret}\n", 3)]
    [InlineData($"[default]\naws_access_key_id = AKID\n\t{Secret}\n", 3)]
    [InlineData($"# comment\n{Secret}\n[default]\naws_access_key_id = AKID\n", 2)]
    [InlineData($"  {Secret}\n[default]\naws_access_key_id = AKID\n", 1)]
    public void Line_that_cannot_be_read_is_named_by_file_and_number_and_never_shown_if_the_region_has_to_come_from_there(
        string config,
        int line)
    {
        Write(config);

        var error = Assert.Throws<OptionsValidationException>(() => Resolve(new()));

        Assert.Contains($"{ConfigFile}, line {line}", error.Message);
        Assert.DoesNotContain(Secret, error.ToString());
    }

    [Theory]
    [InlineData("[default]\ns3 =\n  addressing_style = path\nregion = eu-west-1")]
    [InlineData("[default]\ncli_pager = less\n  --chop-long-lines=x\nregion = eu-west-1")]
    [InlineData("early = ignored\n[default]\nregion = eu-west-1")]
    public void Line_that_AWS_tools_ignore_is_not_a_problem(string config)
    {
        Write(config);

        Assert.Empty(Read().Problems);
        Assert.Equal("eu-west-1", Resolve(new()).Region);
    }

    [Fact]
    public void File_that_cannot_be_opened_is_named_where_a_setting_has_to_come_from_there()
    {
        Write("[default]\nregion = eu-west-1");
        using var exclusive = new FileStream(ConfigFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("us-east-1", Resolve(new() { Region = "us-east-1" }).Region);
        var error = Assert.Throws<OptionsValidationException>(() => Resolve(new()));

        Assert.Contains($"{ConfigFile} cannot be read: ", error.Message);
        Assert.Contains($"{ConfigFile} cannot be read: ", Assert.Single(Read().Problems));
    }

    [Theory]
    [InlineData("region")]
    [InlineData("endpoint_url")]
    [InlineData("max_attempts")]
    [InlineData("retry_mode")]
    [InlineData("use_fips_endpoint")]
    [InlineData("use_dualstack_endpoint")]
    [InlineData("disable_clock_skew_correction")]
    public void Value_that_is_read_and_invalid_is_named_by_file_and_line_and_never_shown(string key)
    {
        Write($"[default]\n\n{key} = {Secret}\n");

        var error = Assert.Throws<OptionsValidationException>(() => Resolve(new() { Region = key == "region" ? null : "eu-west-1" }));

        Assert.Contains($"{key} in {ConfigFile}, line 3,", Assert.Single(error.Failures));
        Assert.DoesNotContain(Secret, error.ToString());
    }

    [Fact]
    public void Profile_that_is_missing_does_not_stop_a_client_whose_region_is_given()
    {
        _environment["AWS_PROFILE"] = "nope";
        Write("[default]\nregion = eu-west-1");

        Assert.Equal("us-east-1", Resolve(new() { Region = "us-east-1" }).Region);
        var error = Assert.Throws<OptionsValidationException>(() => Resolve(new()));
        Assert.Contains("AWS_PROFILE names the profile 'nope'", error.Message);
    }

    [Fact]
    public void File_that_is_a_folder_does_not_stop_a_client_whose_region_is_given()
    {
        Directory.CreateDirectory(ConfigFile);

        Assert.Equal("us-east-1", Resolve(new() { Region = "us-east-1" }).Region);
    }

    [Theory]
    [InlineData("EU-Central-1", "https://cognito-identity.eu-central-1.amazonaws.com/")]
    [InlineData("FIPS-us-east-1", "https://cognito-identity-fips.us-east-1.amazonaws.com/")]
    [InlineData("CN-North-1", "https://cognito-identity.cn-north-1.amazonaws.com.cn/")]
    public void Region_is_compared_in_lower_case(string region, string endpoint) =>
        Assert.Equal(endpoint, Resolve(new() { Region = region }).Endpoint.AbsoluteUri);

    private void Write(string config) => File.WriteAllText(ConfigFile, config);

    private AwsProfile Read() => AwsProfile.Read(name => _environment.GetValueOrDefault(name));

    private ClientSettings Resolve(CognitoIdentityClientOptions options) =>
        ClientSettings.Resolve(options, name => _environment.GetValueOrDefault(name), Read);
}
