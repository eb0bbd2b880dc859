using System.Reflection;
using System.Text.RegularExpressions;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// The names of a suite's tests: <c>Subject_does_this_when_that</c>. A derived class in a suite checks the suite.
/// </summary>
public abstract partial class TestNameConventions
{
    // Names of other makers' APIs and protocols.
    private static readonly string[] ForeignNames = ["After", "FSharp", "MaxItems", "OpenApi", "Retry", "Trace", "UseDefaults"];

    // Words that the documentation does not use, with the word to use.
    private static readonly Dictionary<string, string> BetterWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["anew"] = "again",
        ["answer"] = "response",
        ["answered"] = "returned",
        ["answers"] = "responses",
        ["befall"] = "affect",
        ["befalls"] = "affects",
        ["told"] = "reported",
        ["whom"] = "that",
    };

    // A name is read in a list of failed tests, far from its code: it has to be a sentence.
    [Fact]
    public void Names_are_a_subject_and_words_that_say_what_it_does()
    {
        var apiNames = ApiNames();
        var tests = TestNames();

        Assert.NotEmpty(tests);
        Assert.Empty(tests.Where(name => !IsSentence(name, apiNames)).Distinct());
    }

    [Fact]
    public void Names_use_the_words_of_the_documentation()
    {
        var mistakes =
            from name in TestNames()
            from word in name.Split('_')
            where BetterWords.ContainsKey(word)
            select $"{name}: write '{BetterWords[word]}' instead of '{word}'";

        Assert.True(!mistakes.Any(), string.Join(Environment.NewLine, mistakes));
    }

    private List<string> TestNames() =>
    [
        .. GetType().Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Select(method => method.Name),
    ];

    private static bool IsSentence(string name, HashSet<string> apiNames) =>
        name.Split('_') is [var subject, _, _, ..] words
        && (Subject().IsMatch(subject) || apiNames.Contains(subject))
        && words.Skip(1).All(word => LowerCaseOrAbbreviation().IsMatch(word) || apiNames.Contains(word));

    /// <summary>
    /// The names of the public types and members of the assemblies under test, those of asynchronous methods also without their ending.
    /// </summary>
    private HashSet<string> ApiNames() => GetType().Assembly.GetReferencedAssemblies()
        .Where(name => name.Name!.StartsWith("CognitoIdentityClient", StringComparison.Ordinal)
            && !name.Name.Contains(".Tests", StringComparison.Ordinal))
        .SelectMany(name => Assembly.Load(name).GetExportedTypes())
        .SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name))
        .SelectMany(name => name.EndsWith("Async", StringComparison.Ordinal) ? [name, name[..^"Async".Length]] : (string[])[name])
        .Concat(Tests.Conventions.Contract.Instance.Operations.Keys)
        .Concat(ForeignNames)
        .ToHashSet();

    [GeneratedRegex("^([A-Z][a-z0-9]*|[A-Z0-9]+s?)$")]
    private static partial Regex Subject();

    [GeneratedRegex("^([a-z0-9]+|[A-Z0-9]+s?)$")]
    private static partial Regex LowerCaseOrAbbreviation();
}
