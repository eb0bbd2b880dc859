using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The arguments that a tool takes and those that it refuses.</summary>
public sealed partial class CommandLineTests : ToolTest
{
    [Fact]
    public async Task Value_can_follow_an_equals_sign_and_begin_with_an_at_sign()
    {
        await using var tool =
            await ToolProcess.StartAsync("--region=eu-west-1", "--access-key=AKIAOWN:own=secret:", "--access-key", "@id:@secret");
        using var own = tool.CreateClient("eu-west-1", new BasicAWSCredentials("AKIAOWN", "own=secret:"));
        Assert.Empty((await own.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);
        using var other = tool.CreateClient("eu-west-1", new BasicAWSCredentials("@id", "@secret"));
        Assert.Empty((await other.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);
    }

    [Theory]
    [InlineData("--port", "0")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "http")]
    [InlineData("--host", "everywhere")]
    [InlineData("--region", "us-east-1a")]
    [InlineData("--region", "us-east")]
    [InlineData("--region", "US-EAST-1")]
    [InlineData("--max-pools", "-1")]
    [InlineData("--random-seed", "x")]
    [InlineData("--fault", "GetId")]
    [InlineData("--fault", "GetId=nothing")]
    [InlineData("--fault", "NoOperation=throttling")]
    [InlineData("--fault", "GetId=status:200")]
    [InlineData("--fault", "GetId=throttling,count=0")]
    [InlineData("--fault", "GetId=throttling,probability=2")]
    [InlineData("--fault", "GetId=delay:1e99")]
    [InlineData("--jwks", "no-provider")]
    [InlineData("--issuer", "=x")]
    [InlineData("--issuer", "https://=x")]
    [InlineData("--seed", "")]
    [InlineData("--region", "us_east_1")]
    [InlineData("--account", "12345")]
    [InlineData("--access-key", "secret-without-id")]
    [InlineData("--access-key", ":secret-without-id")]
    [InlineData("--access-key", "AKIA:secret-without-id", "--access-key", "AKIA:other")]
    [InlineData("--unknown", "1")]
    [InlineData("--data")]
    [InlineData("--data", "")]
    [InlineData("--port=0")]
    [InlineData("--port", "1", "--port", "2")]
    [InlineData("--acess-key", "AKIA:secret-without-id")]
    [InlineData("--acess-key=AKIA:secret-without-id")]
    public async Task Wrong_command_line_is_refused_without_repeating_a_secret(params string[] arguments)
    {
        var (exitCode, output, errors) = await ToolProcess.RunAsync(arguments);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith(arguments[0].Split('=')[0], errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-without-id", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_that_belongs_to_no_option_is_refused_without_repeating_it()
    {
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--access-key", "AKIA:good", "AKIA:a-secret");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("There is a value that belongs to no option.", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--port", "5051", "--help")]
    [InlineData("--port", "none", "--help")]
    public async Task Help_names_every_option(params string[] arguments)
    {
        var (exitCode, output, _) = await ToolProcess.RunAsync(arguments);
        Assert.Equal(0, exitCode);
        Assert.Contains("cognito-identity-emulator [options]", output, StringComparison.Ordinal);
        string[] options =
        [
            "--port", "--host", "--region", "--account", "--access-key", "--accept-issued-credentials", "--data", "--seed", "--max-pools",
            "--random-seed", "--fault", "--jwks", "--issuer", "--reject-unsigned-tokens", "--log", "--no-control",
        ];
        Assert.All(options, option => Assert.Contains($"Example: {option}", Spaces(output), StringComparison.Ordinal));
        Assert.Equal([.. options, "--help", "--version"], OptionInHelp().Matches(output).Select(match => match.Groups["name"].Value));
    }

    [Fact]
    public async Task Version_is_printed()
    {
        var (exitCode, output, _) = await ToolProcess.RunAsync("--version");
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }

    [GeneratedRegex("^ +(?:-[a-zA-Z?], )*(?:-[?h], -h, )?(?<name>--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex OptionInHelp();

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
