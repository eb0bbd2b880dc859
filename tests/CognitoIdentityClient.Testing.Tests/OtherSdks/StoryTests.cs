using System.Diagnostics;
using CognitoIdentity.Testing.Tests.Emulator;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.OtherSdks;

/// <summary>Scripts in Python that call the tool through SDKs of other makers, with their signatures.</summary>
public class StoryTests
{
    [ProgramFact("python3-boto3", "python3", "-c", "import boto3")]
    public async Task Boto3_completes_the_story_of_all_operations() =>
        Assert.Equal($"{Calls.ByName.Count} operations", await RunAsync("story.py", "boto3"));

    // If the CLI cannot be imported, it is started some fifty times, each for a second or more.
    [ProgramFact("awscli", "aws", "--version", IsSlow = true)]
    public async Task Aws_cli_completes_the_story_of_all_operations() =>
        Assert.Equal($"{Calls.ByName.Count} operations", await RunAsync("story.py", "cli"));

    [ProgramFact("python3-boto3", "python3", "-c", "import boto3")]
    public async Task Boto3_reads_the_error_for_every_other_service() =>
        Assert.Equal("12 services", await RunAsync("other-services.py"));

    private static async Task<string> RunAsync(string script, params string[] arguments)
    {
        await using var tool = await ToolProcess.StartAsync();
        var start = new ProcessStartInfo(
            "python3", [Path.Combine(AppContext.BaseDirectory, "OtherSdks", script), .. arguments, tool.Endpoint.AbsoluteUri]);
        start.Environment["AWS_ACCESS_KEY_ID"] = EmulatorAccessKey.Example.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = EmulatorAccessKey.Example.SecretAccessKey;
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        // Settings of the machine must not decide how this test ends.
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("AWS_SESSION_TOKEN");
        start.Environment.Remove("AWS_PROFILE");

        var (exitCode, output, errors) = await ExternalProgram.RunAsync(start, TimeSpan.FromMinutes(10));

        Assert.True(exitCode == 0, errors);
        return output.Trim();
    }
}
