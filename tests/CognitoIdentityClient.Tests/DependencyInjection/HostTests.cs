using System.Diagnostics;
using System.Globalization;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.DependencyInjection;

/// <summary>The host application, in a process and a folder of its own, against the emulator over loopback.</summary>
public sealed class HostTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cognito-identity-host");
    private readonly Dictionary<string, string?> _environment = new()
    {
        ["AWS_ACCESS_KEY_ID"] = EmulatorAccessKey.Example.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = EmulatorAccessKey.Example.SecretAccessKey,
    };

    private CognitoIdentityEmulator _emulator = null!;

    public async Task InitializeAsync() => _emulator = await CognitoIdentityEmulator.StartAsync(new() { Regions = ["eu-west-1"] });

    public async Task DisposeAsync()
    {
        await _emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Host_configured_by_appsettings_and_environment_alone_makes_a_signed_call()
    {
        Write("appsettings.json", $$"""{ "CognitoIdentity": { "Region": "eu-west-1", "ApplicationId": "host", "MaxAttempts": 2 } }""");
        _environment["AWS_ENDPOINT_URL_COGNITO_IDENTITY"] = _emulator.Endpoint.AbsoluteUri;

        var (exitCode, output) = await RunAsync();

        Assert.True(exitCode == 0, output);
        AssertSignedRequest("attempt=1; max=2", " app/host");
    }

    [Fact]
    public async Task Host_configured_by_a_profile_with_a_services_section_makes_a_signed_call()
    {
        Write("config", $"""
            [profile work]
            region = eu-west-1
            services = local
            endpoint_url = http://127.0.0.1:1
            max_attempts = 5
            retry_mode = adaptive
            sdk_ua_app_id = from-profile

            [services local]
            cognito_identity =
              endpoint_url = {_emulator.Endpoint}
            """);
        _environment["AWS_CONFIG_FILE"] = Path.Combine(_folder.FullName, "config");
        _environment["AWS_PROFILE"] = "work";

        var (exitCode, output) = await RunAsync();

        Assert.True(exitCode == 0, output);
        AssertSignedRequest("attempt=1; max=5", "cfg/retry-mode#adaptive app/from-profile");
    }

    [Theory]
    [InlineData("max_attempts = many", "work", "max_attempts in {0}, line 2")]
    [InlineData("retry_mode = eager", "work", "retry_mode in {0}, line 2")]
    [InlineData("use_fips_endpoint = banana", "work", "use_fips_endpoint in {0}, line 2")]
    [InlineData("max_attempts = 0", "work", "max_attempts in {0}, line 2")]
    [InlineData("endpoint_url = foo", "work", "endpoint_url in {0}, line 2")]
    [InlineData("[default]\nuse_fips_endpoint = banana", "", "use_fips_endpoint in {0}, line 3")]
    public async Task Host_with_an_invalid_value_in_the_profile_does_not_start_and_says_where(string line, string profile, string where)
    {
        Write("appsettings.json", """{ "CognitoIdentity": { "Region": "eu-west-1" } }""");
        Write("config", $"[profile work]\n{line}\n");
        _environment["AWS_CONFIG_FILE"] = Path.Combine(_folder.FullName, "config");
        _environment["AWS_PROFILE"] = profile;

        var (exitCode, output) = await RunAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("OptionsValidationException", output);
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, where, _environment["AWS_CONFIG_FILE"]), output);
    }

    [Fact]
    public async Task Host_with_a_broken_config_file_does_not_start_and_says_why()
    {
        Write("config", "= [ garbage\n\u0000");
        _environment["AWS_CONFIG_FILE"] = Path.Combine(_folder.FullName, "config");

        var (exitCode, output) = await RunAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("OptionsValidationException", output);
    }

    [Fact]
    public async Task Host_with_invalid_options_does_not_start_and_reports_every_problem()
    {
        Write("appsettings.json", """{ "CognitoIdentity": { "Endpoint": "relative", "MaxAttempts": 0, "AttemptTimeout": "-00:00:01" } }""");

        var (exitCode, output) = await RunAsync();

        Assert.NotEqual(0, exitCode);
        Assert.DoesNotContain("started", output, StringComparison.Ordinal);
        Assert.All(["Endpoint has to be", "MaxAttempts is 0", "AttemptTimeout is -00:00:01"], problem => Assert.Contains(problem, output));
        Assert.Empty(_emulator.Requests);
    }

    [Fact]
    public async Task Host_without_a_region_does_not_start_and_says_where_one_can_come_from()
    {
        var (exitCode, output) = await RunAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("AWS_REGION", output);
    }

    [Fact]
    public async Task Host_whose_profile_is_missing_starts_and_its_first_signed_call_names_the_profile()
    {
        WriteSettingsWithoutKeys();
        _environment["AWS_PROFILE"] = "nope";

        var (exitCode, output) = await RunAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("started", output);
        Assert.Contains("CredentialsNotFoundException", output);
        Assert.Contains("No AWS credentials were found, and this operation must be signed: AWS_PROFILE names the profile 'nope'", output);
        Assert.Empty(_emulator.Requests);
    }

    // AWSSDK.Core quotes the line in its own message.
    [Theory]
    [InlineData("[default]\naws_access_key_id = AKIDEXAMPLE\n{0}\n", "{1}, line 3")]
    [InlineData("[default]\naws_access_key_id = AKIDEXAMPLE\n  {0}\n", "{1}, line 3")]
    [InlineData("{0}\n[default]\naws_access_key_id = AKIDEXAMPLE\n", "{1}, line 1")]
    [InlineData("[default] # {0}\naws_access_key_id = AKIDEXAMPLE\n", "a config or credentials file of AWS cannot be read")]
    public async Task Host_with_an_unreadable_credentials_file_starts_and_its_first_signed_call_names_the_line_and_never_shows_it(
        string credentials,
        string where)
    {
        const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
        WriteSettingsWithoutKeys();
        var file = Path.Combine(_folder.FullName, "credentials");
        Write("credentials", string.Format(CultureInfo.InvariantCulture, credentials, Secret));
        _environment["AWS_SHARED_CREDENTIALS_FILE"] = file;

        var (exitCode, output) = await RunAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("started", output);
        Assert.Contains("CredentialsNotFoundException", output);
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, where, Secret, file), output);
        Assert.DoesNotContain(Secret, output);
    }

    private void WriteSettingsWithoutKeys()
    {
        Write("appsettings.json", $$"""{ "CognitoIdentity": { "Region": "eu-west-1", "Endpoint": "{{_emulator.Endpoint}}" } }""");
        _environment["AWS_ACCESS_KEY_ID"] = _environment["AWS_SECRET_ACCESS_KEY"] = null;
    }

    private static string HostApp => Path.Combine(
        AppContext.BaseDirectory.Replace("CognitoIdentityClient.Tests", "CognitoIdentityClient.HostApp", StringComparison.Ordinal),
        "CognitoIdentityClient.HostApp.dll");

    private void AssertSignedRequest(string attempt, string userAgent)
    {
        var request = Assert.Single(_emulator.Requests);
        Assert.True(request.IsSigned);
        Assert.Equal("ListIdentityPools", request.Operation);
        Assert.Contains("/eu-west-1/cognito-identity/", request.Headers["Authorization"]);
        Assert.Equal(attempt, request.Headers["amz-sdk-request"]);
        Assert.Contains(userAgent, request.Headers["User-Agent"]);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private async Task<(int ExitCode, string Output)> RunAsync()
    {
        var start = new ProcessStartInfo("dotnet", [HostApp])
        {
            WorkingDirectory = _folder.FullName,
        };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        var (exitCode, output, errors) = await ExternalProgram.RunAsync(start);
        return (exitCode, output + errors);
    }
}
