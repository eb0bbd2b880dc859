using System.Diagnostics;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.OtherSdks;

/// <summary>A story in JavaScript, in a folder of its own and with a time limit.</summary>
internal sealed class StoryProcess : IAsyncDisposable
{
    /// <summary>The environment variable with the folder of the installed packages.</summary>
    public const string PackagesVariable = "JAVASCRIPT_SDKS";

    private readonly RunningProgram _program;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("story-");

    private StoryProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.WorkingDirectory = _folder.FullName;
        _program = RunningProgram.Start(start);
    }

    /// <summary>Starts a story that goes on until its input is closed.</summary>
    public static StoryProcess Start(string script) => new(Command(script));

    /// <summary>Runs a story to its end, which must be a success.</summary>
    /// <returns>The output of the story, without white space around it.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var (exitCode, output, errors) = await ExternalProgram.RunAsync(Command(script, arguments), TimeSpan.FromMinutes(4));
        Assert.True(exitCode == 0, $"{output}\n{errors}");
        return output.Trim();
    }

    public async Task<string> ReadLineAsync() =>
        await _program.ReadLineAsync() ?? throw new InvalidOperationException(await _program.RestOfErrorsAsync());

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static ProcessStartInfo Command(string script, params string[] arguments) =>
        new("node", [Path.Combine(AppContext.BaseDirectory, "OtherSdks", "javascript", script), .. arguments]);
}
