using System.Reflection;
using System.Xml.Linq;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>The exceptions in the XML documentation that ships with the packages.</summary>
public sealed class ExceptionDocumentationConventions
{
    private static readonly IReadOnlyList<DocumentedMember> Documented = DocumentedMember.All.Public;

    [Fact]
    public void Exception_is_documented_with_its_condition() => Problems.AssertNone(
        Documented.Where(member => member.Xml.Elements("exception").Any(exception => DocumentedMember.Text(exception).Length == 0))
            .Select(member => member.Id));

    // Found by calling the members: each with null for one parameter after another that is not declared nullable.
    [Fact]
    public void Refusal_of_null_is_documented() => Problems.AssertNone(
        Documented.Where(member => member is { IsInherited: false, Member: MethodBase method }
                && !SaysThatNullIsRefused(member.Xml)
                && Enumerable.Range(0, method.GetParameters().Length).Any(position => RefusesNull(method, position)))
            .Select(member => member.Id));

    // A text that may be neither null nor empty is refused with one exception or the other: one sentence may name both.
    private static bool SaysThatNullIsRefused(XElement member) => member.Elements("exception").Any(
        exception => (string?)exception.Attribute("cref") == "T:System.ArgumentNullException"
            || ((string?)exception.Attribute("cref") == "T:System.ArgumentException"
                && DocumentedMember.Text(exception).Contains("null", StringComparison.Ordinal)));

    private static bool RefusesNull(MethodBase method, int position)
    {
        var parameters = method.GetParameters();
        if (method.ContainsGenericParameters || method.DeclaringType is { ContainsGenericParameters: true } or { IsInterface: true }
            || method.IsAbstract || !IsNeverNull(parameters[position]))
        {
            return false;
        }

        var arguments = parameters.Select(
            (parameter, index) => index == position ? null : SampleArgument.Create(parameter.ParameterType)).ToArray();
        try
        {
            var result = method is ConstructorInfo constructor
                ? constructor.Invoke(arguments)
                : method.Invoke(method.IsStatic ? null : SampleArgument.Create(method.DeclaringType!), arguments);
            return IsRefusal((result as Task)?.Exception?.InnerException, parameters[position]);
        }
        catch (TargetInvocationException exception)
        {
            return IsRefusal(exception.InnerException, parameters[position]);
        }
    }

    private static bool IsRefusal(Exception? exception, ParameterInfo parameter) =>
        exception is ArgumentNullException { ParamName: var name } && name == parameter.Name;

    private static bool IsNeverNull(ParameterInfo parameter) => parameter.ParameterType is { IsValueType: false, IsByRef: false }
        && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull;
}
