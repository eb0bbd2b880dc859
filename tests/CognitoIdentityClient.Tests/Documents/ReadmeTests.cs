using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Documents;

/// <summary>README.md keeps its promises: the first program runs as it stands, and the chart shows the figures of the table.</summary>
public sealed class ReadmeTests
{
    // In place of System.Console, which all tests of the process share.
    private const string RecordingConsole =
        """
        global using Console = RecordingConsole;
        public static class RecordingConsole
        {
            public static StringWriter Output { get; } = new();
            public static void WriteLine(string text) => Output.WriteLine(text);
        }
        """;

    private static readonly MarkdownDocument Readme = MarkdownDocument.Read("README.md");

    /// <summary>The pages whose first program a newcomer pastes and runs.</summary>
    public static TheoryData<string> FirstPages { get; } = ["README.md", "src/CognitoIdentityClient/README.md"];

    [Theory]
    [MemberData(nameof(FirstPages))]
    public async Task Program_of_a_page_runs_without_an_account(string path)
    {
        var compilation = DocumentCompiler.CompileProgram(MarkdownDocument.Read(path).Code[0], RecordingConsole);
        Assert.Empty(DocumentCompiler.Errors(compilation));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        var program = Assembly.Load(image.ToArray());

        // The entry point waits for this method, which holds the statements of the program.
        var main = program.EntryPoint!.DeclaringType!.GetMethod("<Main>$", BindingFlags.NonPublic | BindingFlags.Static)!;
        await ((Task)main.Invoke(null, [Array.Empty<string>()])!).WithinSafetyLimit();

        var output = program.GetType(nameof(RecordingConsole))!.GetProperty("Output")!.GetValue(null)!.ToString()!;
        Assert.Matches("^us-east-1:[0-9a-f-]{36} calls AWS with ASIA[0-9A-Z]{16} until [0-9]{2}:[0-9]{2}\\s*$", output);
    }

    [Theory]
    [MemberData(nameof(FirstPages))]
    public void Packages_of_a_page_have_the_version_of_the_build(string path)
    {
        var packages = MarkdownDocument.Read(path).Code.SelectMany(block => block.Text.Split('\n'))
            .Where(line => line.StartsWith("#:package ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, line => Assert.EndsWith($"@{VersionOfTheBuild()}", line, StringComparison.Ordinal));
    }

    // The release notes of the packages begin with the first version of the file.
    [Fact]
    public void Changelog_begins_with_the_version_of_the_build() => Assert.Equal(
        $"## [{VersionOfTheBuild()}]",
        Repository.Read("CHANGELOG.md").Split('\n').First(line => line.StartsWith("## ", StringComparison.Ordinal)));

    [Fact]
    public void Chart_of_the_readme_shows_the_figures_of_its_table()
    {
        var bars = XDocument.Parse(Repository.Read("docs/images/comparison.svg")).Descendants()
            .Where(element => element.Attribute("data-bytes") is not null)
            .Select(bar => (Bytes: (int)bar.Attribute("data-bytes")!, Width: (double)bar.Attribute("width")!))
            .ToList();
        var readme = Repository.Read("README.md");

        Assert.Equal(8, bars.Count);
        Assert.All(
            bars, bar => Assert.Contains($" {bar.Bytes.ToString("N0", CultureInfo.InvariantCulture)} ", readme, StringComparison.Ordinal));
        var scale = bars.Max(bar => bar.Width) / bars.Max(bar => bar.Bytes);
        Assert.All(bars, bar => Assert.Equal(bar.Bytes * scale, bar.Width, 0.1));
    }

    // The gate runs them as they stand.
    [Theory]
    [InlineData("dotnet run --project samples/Quickstart")]
    [InlineData("dotnet test")]
    public void Command_of_the_readme_stands_alone_in_a_block(string command) =>
        Assert.Contains(Readme.Code, block => block.Text == command);

    private static string VersionOfTheBuild() =>
        XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version").Single().Value;
}
