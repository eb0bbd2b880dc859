using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>
/// Tests that listen to spans or metrics run alone. A listener hears the whole process, so that it would count other tests' calls, and the
/// tests of what a call allocates without a listener would measure its work.
/// </summary>
public sealed partial class ListeningConventions
{
    [Fact]
    public void Tests_with_a_listener_are_in_the_collection_of_listeners()
    {
        var tests = Repository.Files("tests", "*Tests.cs")
            .Where(file => !file.Contains("/Projects/", StringComparison.Ordinal) && Listens(Repository.Read(file)))
            .ToList();

        const string Collection = $"[Collection({nameof(ListeningTests)}.{nameof(ListeningTests.Name)})]";
        Assert.True(tests.Select(file => file.Split('/')[1]).Distinct().Count() > 1, "The tests of more than one project listen.");
        Assert.All(tests, file => Assert.Contains(Collection, Repository.Read(file), StringComparison.Ordinal));
    }

    // A test listens by itself, or by a class of the tests that does.
    private static bool Listens(string code) => Listener().IsMatch(code) || Doubles.Value.IsMatch(code);

    private static Lazy<Regex> Doubles { get; } = new(() =>
    {
        var names = new HashSet<string>();
        var others = Repository.Files("tests", "*.cs")
            .Where(
                file => !file.EndsWith("Tests.cs", StringComparison.Ordinal) && !file.Contains("/Conventions/", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Code: Repository.Read(file)))
            .ToList();
        for (var count = -1; count < names.Count;)
        {
            count = names.Count;
            names.UnionWith(others.Where(other => Listener().IsMatch(other.Code) || Creation(names).IsMatch(other.Code))
                .Select(other => other.Name));
        }

        return Creation(names);
    });

    private static Regex Creation(IReadOnlyCollection<string> names)
    {
        var name = $"(?:{string.Join('|', names.DefaultIfEmpty("(?!)"))})";
        return new($@"\bnew {name}\b|\b{name} _?\w+ (?:{{ get; }} )?= new\b");
    }

    [GeneratedRegex(
        @"\b(MeterListener|ActivityListener|EventListener)\b|\b(MetricCollector|BaseProcessor)<|\.Add(Meter|Source)\("
        + @"|\bDiagnosticListener\.AllListeners\b")]
    private static partial Regex Listener();
}
