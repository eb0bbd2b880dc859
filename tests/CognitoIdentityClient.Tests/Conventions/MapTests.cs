using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>docs/architecture.md has a row for every folder, and no row for a folder that is gone.</summary>
public sealed partial class MapTests
{
    private static readonly string[] Lines = Repository.Read("docs/architecture.md").Split('\n');

    [Theory]
    [InlineData("src")]
    [InlineData("src/CognitoIdentityClient")]
    [InlineData("src/CognitoIdentityClient.Testing")]
    [InlineData("tests")]
    [InlineData("samples")]
    public void Map_of_a_folder_has_a_row_for_each_folder_in_it(string folder) => Assert.Equal(
        FoldersIn(folder),
        RowsOf(folder).SelectMany(cells => Name().Matches(cells[1])).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("CognitoIdentityClient.Tests", "CognitoIdentityClient")]
    [InlineData("CognitoIdentityClient.Testing.Tests", "CognitoIdentityClient.Testing")]
    public void Map_of_the_tests_explains_folders_without_a_counterpart(string tests, string source)
    {
        var row = Assert.Single(RowsOf("tests"), cells => cells[1].Contains($"`{tests}`", StringComparison.Ordinal));

        Assert.Equal(
            FoldersIn("tests/" + tests).Except(FoldersIn("src/" + source)),
            Name().Matches(row[2]).Select(match => match.Groups[1].Value));
    }

    private static IEnumerable<string> FoldersIn(string folder) => Repository.Files(folder, "*")
        .Select(file => file[(folder.Length + 1)..].Split('/'))
        .Where(parts => parts.Length > 1)
        .Select(parts => parts[0])
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string[]> RowsOf(string folder) => Lines
        .SkipWhile(line => !line.StartsWith($"| folder of `{folder}` |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|'));

    [GeneratedRegex("`([A-Za-z.]+)/?`")]
    private static partial Regex Name();
}
