using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>The XML documentation that ships with the packages: its form, and that nothing public lacks it.</summary>
public sealed partial class DocumentationConventions
{
    // Errors of the client itself, which any operation can throw.
    private static readonly string[] ClientErrors =
        [nameof(CognitoIdentityConnectionException), nameof(CognitoIdentityTimeoutException), nameof(RequestValidationException)];

    private static readonly IReadOnlyList<DocumentedMember> Documented = DocumentedMember.All.Public;

    // An editor shows nothing but the name for a member without documentation.
    [Fact]
    public void Public_member_is_documented()
    {
        var documented = Documented.Select(member => member.Member).ToHashSet();
        var all = DocumentedMember.Packages.SelectMany(package => package.GetExportedTypes())
            .SelectMany(type => type.GetMembers(DocumentedMember.Own).Prepend(type)).Where(DocumentedMember.NeedsDocumentation);

        Problems.AssertNone(all.Where(member => !documented.Contains(member)).Select(member => $"{member.DeclaringType}: {member}"));
    }

    // A tooltip that begins with "What", "Whom" or "Told" is read twice before it is understood.
    [Fact]
    public void Summary_begins_with_no_question_word() =>
        AssertNone(Documented.Where(member => !member.IsInherited && QuestionWord().IsMatch(member.Summary)));

    [Fact]
    public void Summary_of_a_type_begins_with_a_noun() => AssertNone(
        Documented.Where(member => member is { IsInherited: false, Member: Type } && !Noun().IsMatch(member.Summary)));

    [Fact]
    public void Summary_of_a_property_says_that_it_is_read_or_set() => AssertNone(
        Documented.Where(member => member is { IsInherited: false, Member: PropertyInfo property } && !IsNamedValue(property)
            && !member.Summary.StartsWith(IsSettable(property) ? "Gets or sets " : "Gets ", StringComparison.Ordinal)));

    [Fact]
    public void Summary_of_a_method_begins_with_a_verb() => AssertNone(
        Documented.Where(member => member is { IsInherited: false, Member: MethodInfo { IsSpecialName: false } or ConstructorInfo }
            && !Verb().IsMatch(member.Summary)));

    [Fact]
    public void Summary_is_a_sentence() => AssertNone(
        Documented.Where(member => !member.IsInherited && !Sentence().IsMatch(member.Summary)));

    [Fact]
    public void Parameters_and_results_are_documented() => AssertNone(Documented.Where(member =>
        member is { IsInherited: false } && member.Member.Name != nameof(ToString) && Signature(member.Member) is { } method
        && (!Has(member.Xml, "param", method.GetParameters().Select(parameter => parameter.Name!))
            || (method is MethodInfo { IsSpecialName: false } function && function.ReturnType != typeof(void)
                && function.ReturnType != typeof(Task)
                && function.ReturnType != typeof(ValueTask) && !member.Xml.Elements("returns").Any(HasText)))));

    [Fact]
    public void Type_parameters_are_documented() => AssertNone(Documented.Where(member =>
        !member.IsInherited && !Has(member.Xml, "typeparam", TypeParameters(member.Member).Select(parameter => parameter.Name))));

    // Internals in IntelliSense's file are noise to a user, and look like promises.
    [Fact]
    public void Internals_are_not_in_the_shipped_documentation() => Problems.AssertNone(DocumentedMember.All.Internal);

    // First the client's own errors, which every call can meet, and then the contract's of the operation: no more, no fewer.
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Exceptions_of_an_operation_are_the_contracts_and_the_clients(string operation)
    {
        var method = Documented.Single(
            member => member.Member.DeclaringType == typeof(ICognitoIdentityClient) && member.Member.Name == operation + "Async");
        var exceptions = method.Xml.Elements("exception").Select(element => ((string)element.Attribute("cref")!).Split('.')[^1]);

        Assert.Equal([.. ClientErrors, .. Contract.Instance.Operations[operation].Errors.Order()], exceptions);
    }

    private static void AssertNone(IEnumerable<DocumentedMember> members) =>
        Problems.AssertNone(members.Select(member => $"{member.Id}: {member.Summary}"));

    // A reader of the code stumbles over the same words as a user. A boolean may begin with "Whether".
    [Fact]
    public void Summaries_of_internals_do_not_begin_with_a_question_word()
    {
        var summaries = Repository.Files("src", "*.cs").Concat(Repository.Files("samples", "*.cs"))
            .SelectMany(file => SummaryStart().Matches(Repository.Read(file)).Select(match => $"{file}: {match.Groups[1].Value}"));

        Problems.AssertNone(summaries);
    }

    private static bool HasText(XElement element) => DocumentedMember.Text(element).Length > 0;

    private static bool Has(XElement xml, string element, IEnumerable<string> names) =>
        !names.Except(xml.Elements(element).Where(HasText).Select(found => (string)found.Attribute("name")!)).Any();

    // A delegate is called as a method is.
    private static MethodBase? Signature(MemberInfo member) =>
        member is Type type && type.IsSubclassOf(typeof(Delegate)) ? type.GetMethod("Invoke") : member as MethodBase;

    private static Type[] TypeParameters(MemberInfo member) => member switch
    {
        Type { IsGenericTypeDefinition: true } type => type.GetGenericArguments(),
        MethodInfo { IsGenericMethodDefinition: true } method => method.GetGenericArguments(),
        _ => [],
    };

    // The values of an extensible enum are described as those of an enum are.
    private static bool IsNamedValue(PropertyInfo property) =>
        property.GetMethod!.IsStatic && property.PropertyType == property.DeclaringType;

    private static bool IsSettable(PropertyInfo property) => property.SetMethod is { IsPublic: true } set
        && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    [GeneratedRegex(
        @"^(What|Whether|Where|How|Whom|Who|Which|That|Told|As|When|In|None|Only|Always|Its|About)\b", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionWord();

    // "Options" and the like are nouns although they end like the verb "Reads".
    [GeneratedRegex(
        @"^(?!(?!Facts|Filters|Options|Paginators|Progress|Settings)[A-Z][a-z]+s\b)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Noun();

    [GeneratedRegex(@"^(?!As |This |Its |His |Always )[A-Z][a-z]+s\b", RegexOptions.CultureInvariant)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^\S.*([.:;)]| API reference)$", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"/// <summary>\s*(?:/// )?((What|Where|How|Whom|Who|Which|That|Told|As|When|None|Only|Always|Its|About) .*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SummaryStart();
}
