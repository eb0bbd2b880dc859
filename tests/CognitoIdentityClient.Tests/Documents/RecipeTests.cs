using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Documents;

/// <summary>
/// The recipes for contributors are short, name files and tests that exist, and have the steps that the messages of tests name.
/// </summary>
public sealed partial class RecipeTests
{
    private static readonly string[] Files =
    [
        "CognitoIdentityClient.sln",
        "docfx.json",
        .. new[] { "src", "tests", "docs" }.SelectMany(folder => Repository.Files(folder, "*")),
    ];

    private static readonly Lazy<string> TestCode = new(() => string.Concat(
        Files.Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(Repository.Read)));

    public static TheoryData<string> Recipes => [.. Repository.Files(Recipe.Folder, "*.md")];

    // A recipe that is longer than a screen is not read.
    [Theory]
    [MemberData(nameof(Recipes))]
    public void Recipe_has_10_to_15_lines_and_short_cells(string path)
    {
        var recipe = Recipe.Read(path);

        Assert.InRange(recipe.Lines.Count, 10, 15);
        Assert.All(recipe.Lines.Where(line => !line.StartsWith('|')), line => Assert.InRange(line.Length, 0, 140));
        Assert.All(recipe.Steps, step => Assert.InRange(step.Places.Length, 1, 220));
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Steps_are_numbered_and_are_all_rows_of_the_table(string path)
    {
        var recipe = Recipe.Read(path);

        Assert.Equal(Enumerable.Range(1, recipe.Steps.Count), recipe.Steps.Select(step => step.Number));
        Assert.Equal(recipe.Lines.Count(line => line.StartsWith('|')) - 2, recipe.Steps.Count);
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Files_and_folders_of_a_step_exist(string path) => Assert.DoesNotContain(
        Recipe.Read(path).Steps.SelectMany(step => step.PlaceNames), name => IsPath(name) && !Exists(name));

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Tests_of_a_step_exist(string path) => Assert.DoesNotContain(
        Recipe.Read(path).Steps.SelectMany(step => step.TestNames), name => !IsTest(name));

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Step_has_a_test_that_fails_without_it(string path)
    {
        var steps = Recipe.Read(path).Steps;

        Assert.DoesNotContain(steps, step => !step.TestNames.Any()
            && step.Tests != "RS0016 of the build"
            && !(StepReference().Match(step.Tests) is { Success: true } reference
                && steps.Any(other => $"{other.Number}" == reference.Groups[1].Value && other.TestNames.Any())));
    }

    [Fact]
    public void Places_of_operations_and_types_are_in_the_steps_that_their_tests_name()
    {
        var places = Contract.Instance.Operations.Keys.SelectMany(name => Named(name, OperationPlace.ForOperation(name)))
            .Concat(Contract.Instance.DataTypes.Keys.SelectMany(name => Named(name, OperationPlace.ForDataType(name))))
            .Concat(Contract.Instance.Enums.Keys.SelectMany(name => Named(name, OperationPlace.ForEnum(name))));

        Assert.DoesNotContain(places.Distinct(), place => !IsInStep(place.Recipe, place.Step, place.File));
    }

    // A message is on one line here, and names a place before it names the step.
    [Fact]
    public void Step_that_a_message_names_has_a_place_of_the_message()
    {
        var lines = Concatenation().Replace(TestCode.Value, "").Split('\n');
        var named = lines.SelectMany(line => NamedStep().Matches(line).Select(match => (
            Message: line[..(match.Index + match.Length)].Trim(),
            Step: Recipe.Read(match.Groups[2].Value).Steps.SingleOrDefault(step => $"{step.Number}" == match.Groups[1].Value)))).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, found => found.Step is null || !found.Step.PlaceNames.Any(
            name => found.Message.Contains(name.Split('/')[^1], StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Recipe, int Step, string File)> Named(string name, IEnumerable<OperationPlace> places) =>
        places.Select(place => (place.Recipe, place.Step, Path.GetFileName(place.Path)
            .Replace(name, place.Path.Contains("/Models/", StringComparison.Ordinal) ? "<Type>" : "<Operation>", StringComparison.Ordinal)
            .Replace(".sample", "", StringComparison.Ordinal)));

    private static bool IsInStep(string recipe, int number, string file) => Recipe.Read(recipe).Steps.Any(step =>
        step.Number == number && step.PlaceNames.Any(name => name == file || name.EndsWith("/" + file, StringComparison.Ordinal)));

    private static bool IsPath(string name) => Extension().IsMatch(name) || name.Contains('/', StringComparison.Ordinal);

    // Files and folders of a recipe are named as far as they can be told apart.
    private static bool Exists(string name)
    {
        var pattern = Regex.Escape("/" + name).Replace("<Operation>", "GetId", StringComparison.Ordinal)
            .Replace("<Type>", "MappingRule", StringComparison.Ordinal).Replace(@"\*", "[^/]+", StringComparison.Ordinal);
        return Files.Any(file => Regex.IsMatch("/" + file, Extension().IsMatch(name) ? pattern + "$" : pattern + "/"));
    }

    private static bool IsTest(string name) => name.Contains('_', StringComparison.Ordinal)
        ? TestCode.Value.Contains($" {name}(", StringComparison.Ordinal)
        : Regex.IsMatch(TestCode.Value, $@"\bclass {Regex.Escape(name)}\b");

    [GeneratedRegex(@"\.(cs|json|md|py|sln|svg|txt)$")]
    private static partial Regex Extension();

    [GeneratedRegex("^the test of step ([0-9]+)$")]
    private static partial Regex StepReference();

    // Between the two halves of a text that is written over two lines.
    [GeneratedRegex("""
        "\s*\+ \$?"
        """)]
    private static partial Regex Concatenation();

    [GeneratedRegex(@"\bstep ([0-9]+) of (docs/contributing/[\w-]+\.md)")]
    private static partial Regex NamedStep();
}
