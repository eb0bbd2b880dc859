using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Documents;

/// <summary>A recipe for contributors: a table of steps, each with its places and with the tests that fail without it.</summary>
/// <param name="Lines">The lines of the file.</param>
/// <param name="Steps">The rows of the table, in their order.</param>
internal sealed partial record Recipe(IReadOnlyList<string> Lines, IReadOnlyList<RecipeStep> Steps)
{
    public const string Folder = "docs/contributing";

    public static Recipe Read(string path)
    {
        var lines = Repository.Read(path).TrimEnd('\n').Split('\n');
        return new(lines, [.. lines.Select(line => Row().Match(line)).Where(row => row.Success).Select(row =>
            new RecipeStep(int.Parse(row.Groups[1].Value), row.Groups[2].Value, row.Groups[3].Value))]);
    }

    [GeneratedRegex(@"^\| ([0-9]+) \| (.+) \| (.+) \|$")]
    private static partial Regex Row();
}

/// <summary>A step of a recipe.</summary>
/// <param name="Number">The number that messages of tests name.</param>
/// <param name="Places">The files, and what goes into them.</param>
/// <param name="Tests">The tests that fail without the step.</param>
internal sealed partial record RecipeStep(int Number, string Places, string Tests)
{
    /// <summary>The names in code.</summary>
    public IEnumerable<string> PlaceNames => Code().Matches(Places).Select(match => match.Groups[1].Value);

    public IEnumerable<string> TestNames => Code().Matches(Tests).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
