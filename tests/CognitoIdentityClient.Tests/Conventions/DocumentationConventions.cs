using System.Reflection;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>The XML documentation that ships with the packages: its form, and that nothing public lacks it.</summary>
public sealed partial class DocumentationConventions
{
    // Errors of the client itself, which any operation can throw.
    private static readonly string[] ClientErrors =
        [nameof(CognitoIdentityConnectionException), nameof(CognitoIdentityTimeoutException), nameof(RequestValidationException)];

    private static readonly IReadOnlyList<DocumentedMember> Documented = DocumentedMember.All.Public;

    // A tooltip that begins with "What", "Whom" or "Told" is read twice before it is understood.
    [Fact]
    public void Summary_begins_with_no_question_word() => AssertNone(
        Documented.Where(member => !member.IsInherited && QuestionWord().IsMatch(member.Summary)
            && !(member.Summary.StartsWith("Whether ", StringComparison.Ordinal) && IsBoolean(member.Member))));

    [Fact]
    public void Summary_of_a_method_begins_with_a_verb() => AssertNone(
        Documented.Where(
            member => member is { IsInherited: false, Member: MethodInfo { IsSpecialName: false } } && !Verb().IsMatch(member.Summary)));

    [Fact]
    public void Summary_is_a_sentence() => AssertNone(
        Documented.Where(member => !member.IsInherited && !Sentence().IsMatch(member.Summary)));

    [Fact]
    public void Parameters_and_results_are_documented() => AssertNone(Documented.Where(member =>
        member is { IsInherited: false, Member: MethodBase { Name: not "ToString" } method }
        && (method.GetParameters().Select(parameter => parameter.Name)
                .Except(member.Xml.Elements("param").Where(HasText).Select(element => (string)element.Attribute("name")!)).Any()
            || (method is MethodInfo { IsSpecialName: false } function && function.ReturnType != typeof(void)
                && function.ReturnType != typeof(Task)
                && function.ReturnType != typeof(ValueTask) && !member.Xml.Elements("returns").Any(HasText)))));

    // Internals in IntelliSense's file are noise to a user, and look like promises.
    [Fact]
    public void Internals_are_not_in_the_shipped_documentation() => Assert.Empty(DocumentedMember.All.Internal);

    // The contract's errors of the operation, and those that every call can meet: no more, no fewer.
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Exceptions_of_an_operation_are_the_contracts_and_the_clients(string operation)
    {
        var method = Documented.Single(
            member => member.Member.DeclaringType == typeof(ICognitoIdentityClient) && member.Member.Name == operation + "Async");
        var exceptions = method.Xml.Elements("exception").Select(element => ((string)element.Attribute("cref")!).Split('.')[^1]);

        Assert.Equal(ClientErrors.Concat(Contract.Instance.Operations[operation].Errors).Order(), exceptions.Order());
    }

    // The words of the documents: one word for one thing, and none of a dialect.
    [Fact]
    public void Text_uses_the_words_of_the_field() =>
        AssertNone(Documented.Where(member => Dialect().IsMatch(DocumentedMember.Text(member.Xml))));

    private static void AssertNone(IEnumerable<DocumentedMember> members)
    {
        var lines = members.Select(member => $"{member.Id}: {member.Summary}").ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} to reword:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }

    // A reader of the code stumbles over the same words as a user. A boolean may begin with "Whether".
    [Fact]
    public void Summaries_of_internals_do_not_begin_with_a_question_word()
    {
        var summaries = Repository.Files("src", "*.cs").Concat(Repository.Files("samples", "*.cs"))
            .SelectMany(file => SummaryStart().Matches(Repository.Read(file)).Select(match => $"{file}: {match.Groups[1].Value}"));

        Assert.Empty(summaries);
    }

    private static bool HasText(System.Xml.Linq.XElement element) => DocumentedMember.Text(element).Length > 0;

    private static bool IsBoolean(MemberInfo member) => member switch
    {
        PropertyInfo property => Is(property.PropertyType),
        MethodInfo method => Is(method.ReturnType),
        _ => false,
    };

    private static bool Is(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool);

    [GeneratedRegex(@"^(What|Whether|Where|How|Whom|Who|That|Told|As|When)\b", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionWord();

    [GeneratedRegex(@"^(?!As |This |Its |His )[A-Z][a-z]+s\b", RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^\S.*([.:;)]| API reference)$", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"/// <summary>\s*(?:/// )?((What|Where|How|Whom|Who|That|Told|As|When) .*)", RegexOptions.CultureInvariant)]
    private static partial Regex SummaryStart();

    [GeneratedRegex(
        @"\b(anew|befalls?|as it shall be|the ones that|at hand|time-outs?|(the|an|no|each|every) answers?|(?<!there )(is|are) none|json "
        + @"web token)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dialect();
}
