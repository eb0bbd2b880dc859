using System.Reflection;
using System.Text.RegularExpressions;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// The names of a suite's tests: <c>Subject_does_this_when_that</c>. A derived class in a suite checks the suite.
/// </summary>
public abstract partial class TestNameConventions
{
    // Names of other makers' APIs and protocols.
    private static readonly string[] ForeignNames = ["After", "MaxItems", "Retry", "Trace", "UseDefaults"];

    // A name is read in a list of failed tests, far from its code: it has to be a sentence.
    [Fact]
    public void Names_are_a_subject_and_words_that_say_what_it_does()
    {
        var apiNames = ApiNames();
        var tests = GetType().Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Select(method => method.Name)
            .ToList();

        Assert.NotEmpty(tests);
        Assert.Empty(tests.Where(name => !IsSentence(name, apiNames)).Distinct());
    }

    private static bool IsSentence(string name, HashSet<string> apiNames) =>
        name.Split('_') is [var subject, _, ..] words
        && Subject().IsMatch(subject)
        && words.Skip(1).All(word => LowerCaseOrAbbreviation().IsMatch(word) || apiNames.Contains(word));

    /// <summary>The names of the public types and members of the assemblies under test.</summary>
    private HashSet<string> ApiNames() => GetType().Assembly.GetReferencedAssemblies()
        .Where(name => name.Name!.StartsWith("CognitoIdentityClient", StringComparison.Ordinal))
        .SelectMany(name => Assembly.Load(name).GetExportedTypes())
        .SelectMany(type => type.GetMembers().Select(member => member.Name).Append(type.Name))
        .Concat(Tests.Conventions.Contract.Instance.Operations.Keys)
        .Concat(ForeignNames)
        .ToHashSet();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex Subject();

    [GeneratedRegex("^([a-z0-9]+|[A-Z0-9]+s?)$")]
    private static partial Regex LowerCaseOrAbbreviation();
}
