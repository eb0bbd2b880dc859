using System.Diagnostics;

namespace CognitoIdentity.Tests.Support;

/// <summary>The scripts of samples/scripts in the tests.</summary>
internal static class SampleScript
{
    /// <summary>The path of a script.</summary>
    public static string PathOf(string name) => Repository.PathOf($"samples/scripts/{name}.cs");

    /// <summary>Prepares a start that builds a script, with what the build of the tests has left and without what it has done.</summary>
    public static void PrepareBuild(ProcessStartInfo start)
    {
        start.Environment["Configuration"] = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        start.Environment["RunAnalyzers"] = "false";
        // A compiler that a build starts keeps the output of the build open.
        start.Environment.TryAdd("UseSharedCompilation", "false");
    }
}

/// <summary>All tests that build scripts: the builds write the same files.</summary>
[CollectionDefinition(Name)]
public sealed class ScriptTests
{
    public const string Name = "Scripts";
}
