using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>Values for parameters that only have to be there: nothing is expected of what a method does with them.</summary>
internal static class SampleArgument
{
    /// <summary>Creates a value that is not null.</summary>
    public static object? Create(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(Type) => type,
        { IsByRef: true } or { ContainsGenericParameters: true } => null,
        { IsValueType: true } => Activator.CreateInstance(type),
        { IsArray: true } => Array.CreateInstance(type.GetElementType()!, 0),
        _ when type.IsSubclassOf(typeof(Delegate)) => CreateDelegate(type),
        { IsInterface: true } => DispatchProxy.Create(type, typeof(NoImplementation)),
        { IsAbstract: true } => Create(type.Assembly.GetTypes().First(
            derived => derived.IsSubclassOf(type) && derived is { IsAbstract: false, ContainsGenericParameters: false })),
        _ => RuntimeHelpers.GetUninitializedObject(type),
    };

    private static Delegate CreateDelegate(Type type)
    {
        var method = type.GetMethod("Invoke")!;
        var parameters = method.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType));
        return Expression.Lambda(type, Expression.Default(method.ReturnType), parameters).Compile();
    }

    /// <summary>An interface without an implementation. Not sealed, because the proxy is a class derived from it.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives the proxy from this class at run time.")]
    internal class NoImplementation : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.ReturnType is { IsValueType: true } type && type != typeof(void) ? Activator.CreateInstance(type) : null;
    }
}
