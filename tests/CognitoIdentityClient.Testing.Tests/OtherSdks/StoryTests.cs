using System.Diagnostics;
using CognitoIdentity.Testing.Tests.Emulator;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.OtherSdks;

/// <summary>The same story through SDKs of other makers, with their signatures, against the tool: OtherSdks/story.py.</summary>
public class StoryTests
{
    [ProgramFact("python3-boto3", "python3", "-c", "import boto3")]
    public Task Boto3_completes_the_story_of_all_operations() => RunAsync("boto3");

    // It starts the CLI some thirty times, each for a second or more.
    [ProgramFact("awscli", "aws", "--version", IsSlow = true)]
    public Task Aws_cli_completes_the_story_of_all_operations() => RunAsync("cli");

    private static async Task RunAsync(string via)
    {
        await using var tool = await ToolProcess.StartAsync();
        var start = new ProcessStartInfo(
            "python3", [Path.Combine(AppContext.BaseDirectory, "OtherSdks", "story.py"), via, tool.Endpoint.AbsoluteUri]);
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
        Assert.Equal($"{Calls.ByName.Count} operations", output.Trim());
    }
}
