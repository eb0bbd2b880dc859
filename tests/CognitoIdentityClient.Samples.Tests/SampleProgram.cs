using System.Diagnostics;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Samples.Tests;

/// <summary>Runs a sample in a process of its own, as it was built with the tests.</summary>
internal static class SampleProgram
{
    /// <summary>Runs a sample to its end, which must be a success.</summary>
    /// <returns>The program's output.</returns>
    public static async Task<string> RunAsync(string name, params (string Name, string Value)[] environment)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet", [Repository.PathOf($"samples/{name}/bin/{configuration}/net10.0/{name}.dll")]);
        foreach (var variable in environment)
        {
            start.Environment[variable.Name] = variable.Value;
        }

        var (exitCode, output, errors) = await ExternalProgram.RunAsync(start);
        Assert.True(exitCode == 0, errors);
        return output;
    }
}
