using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.Documents;

/// <summary>Guides that list all of something list all of it.</summary>
public sealed partial class GuideTests
{
    private static readonly MarkdownDocument Settings = MarkdownDocument.Read("docs/guides/appsettings.md");

    public static TheoryData<string, Type> Sections { get; } = new()
    {
        { "CognitoIdentity", typeof(CognitoIdentityClientOptions) },
        { "CognitoIdentityCredentials", typeof(CognitoIdentityCredentialsOptions) },
    };

    /// <summary>The headings that comments of tests name, as in <c>docs/guides/retries.md, "A wrong clock"</c>.</summary>
    public static TheoryData<string, string> NamedHeadings
    {
        get
        {
            var data = new TheoryData<string, string>();
            var named = Repository.Files("tests", "*.cs").SelectMany(file => NamedHeading().Matches(Repository.Read(file)))
                .Select(match => (match.Groups[1].Value, match.Groups[2].Value));
            foreach (var (document, heading) in named.Distinct())
            {
                data.Add(document, heading);
            }

            return data;
        }
    }

    private static string SettingsFile => Settings.Code.Single(block => block.Language == "json").Text;

    [Theory]
    [MemberData(nameof(Sections))]
    public void Settings_file_has_every_option_that_a_configuration_can_hold(string section, Type options)
    {
        using var file = JsonDocument.Parse(SettingsFile);
        var keys = file.RootElement.GetProperty(section).EnumerateObject().Select(member => member.Name);

        Assert.Equal(
            options.GetProperties().Where(property => IsText(property.PropertyType)).Select(property => property.Name).Order(),
            keys.Order());
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Options_of_the_guide_that_no_configuration_can_hold_are_all_of_them(string section, Type options)
    {
        var list = Repository.Read(Settings.Path).Split('\n').Single(line => line.StartsWith(
            section == "CognitoIdentity" ? "- Client: " : "- Credentials: ", StringComparison.Ordinal));

        Assert.Equal(
            options.GetProperties().Where(property => !IsText(property.PropertyType)).Select(property => property.Name).Order(),
            CodeName().Matches(list).Select(match => match.Groups[1].Value).Order());
    }

    [Fact]
    public void Settings_file_has_the_defaults_and_is_valid()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(SettingsFile));
        var configuration = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var services = new ServiceCollection();
        services.AddCognitoIdentity(configuration.GetSection("CognitoIdentity"));
        services.AddCognitoIdentityCredentials(configuration.GetSection("CognitoIdentityCredentials"));
        using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<CognitoIdentityCredentials>());
        var client = provider.GetRequiredService<IOptions<CognitoIdentityClientOptions>>().Value;
        var credentials = provider.GetRequiredService<IOptions<CognitoIdentityCredentialsOptions>>().Value;
        AssertDefaults(client, new(), "Region", "ApplicationId", "UseFipsEndpoint", "UseDualStackEndpoint", "RetryMode", "MaxAttempts",
            "ClockSkewCorrection");
        AssertDefaults(credentials, new(), "IdentityPoolId");
    }

    [Theory]
    [MemberData(nameof(NamedHeadings))]
    public void Heading_that_a_comment_of_a_test_names_exists(string document, string heading) =>
        Assert.Contains(Repository.Read(document).Split('\n'), line => line.TrimStart('#') == " " + heading);

    [Fact]
    public void Permissions_are_given_for_every_operation()
    {
        var rows = Repository.Read("docs/guides/iam-permissions.md").Split('\n')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 4 && Contract.Instance.Operations.ContainsKey(cells[1]))
            .ToDictionary(cells => cells[1], cells => cells[2]);

        Assert.Equal(Contract.Instance.Operations.Keys.Order(), rows.Keys.Order());
        Assert.All(rows, row => Assert.Equal(
            Contract.Instance.Operations[row.Key].IsSigned ? $"`cognito-identity:{row.Key}`" : "none: anonymous", row.Value));
    }

    private static bool IsText(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(TimeSpan) || plain == typeof(Uri);
    }

    private static void AssertDefaults<T>(T actual, T defaults, params string[] exceptFor) => Assert.All(
        typeof(T).GetProperties().Where(property => IsText(property.PropertyType) && !exceptFor.Contains(property.Name)),
        property => Assert.Equal(property.GetValue(defaults), property.GetValue(actual)));

    [GeneratedRegex("/// .*?(docs/[a-z/-]+\\.md), \"([^\"<]+)\"")]
    private static partial Regex NamedHeading();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex CodeName();
}
