using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>Instances of any public type in which every secret is <see cref="Secret"/>.</summary>
internal static class Specimen
{
    public const string Secret = "SECRETMARKER";

    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance;

    /// <summary>Creates an instance by whatever public way the type offers: a constructor, a static method, a property.</summary>
    /// <exception cref="InvalidOperationException">The type offers none that this class knows: teach it.</exception>
    public static object Create(Type type) => Create(type, name: null, owner: null, depth: 0)
        ?? throw new InvalidOperationException($"{nameof(Specimen)} cannot create a {type}, and so not see what it prints.");

    // The name of the member or parameter, and the type that it belongs to.
    private static object? Create(Type type, string? name, Type? owner, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return PublicTypeSecretTests.IsSecret(owner, name) ? Secret : "text";
        }

        return depth > 6 ? null
            : type == typeof(Uri) ? new Uri("https://host.example/")
            : type == typeof(TimeProvider) ? TimeProvider.System
            : type == typeof(Exception) ? new InvalidOperationException("text")
            : type.IsEnum || type.IsPrimitive || type.Namespace == nameof(System) && type.IsValueType ? Activator.CreateInstance(type)
            : typeof(Delegate).IsAssignableFrom(type) ? Callback(type, name, owner, depth)
            : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? Collection(type, name, owner, depth)
            : type.IsInterface || type.IsAbstract ? null
            : Construct(type, name, owner, depth) ?? FromStatics(type, depth);
    }

    private static object? Construct(Type type, string? name, Type? owner, int depth)
    {
        foreach (var constructor in type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length))
        {
            // A struct around a text has a secret if the member that holds it has one.
            var parameters = constructor.GetParameters();
            if (parameters is [{ } copied] && copied.ParameterType == type)
            {
                continue;
            }

            var isText = type.IsValueType && name is not null;
            if (TryInvoke(constructor, parameters, isText ? name : null, isText ? owner : type, depth) is { } instance)
            {
                return Fill(instance, depth);
            }
        }

        return null;
    }

    private static object? FromStatics(Type type, int depth) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == type && !method.IsSpecialName)
            .Select(method => TryInvoke(method, method.GetParameters(), name: null, type, depth))
            .FirstOrDefault(instance => instance is not null);

    private static object? TryInvoke(MethodBase method, ParameterInfo[] parameters, string? name, Type? owner, int depth)
    {
        try
        {
            var arguments = parameters
                .Select(parameter => Create(parameter.ParameterType, name ?? parameter.Name, owner, depth + 1)).ToArray();
            return method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(null, arguments);
        }
        catch (TargetInvocationException)
        {
            // It wants other arguments, such as a text of a certain form.
            return null;
        }
    }

    private static object Fill(object instance, int depth)
    {
        foreach (var property in instance.GetType().GetProperties(Members).Where(property => property.SetMethod?.IsPublic is true))
        {
            if (property.GetIndexParameters().Length == 0
                && Create(property.PropertyType, property.Name, property.DeclaringType, depth + 1) is { } value)
            {
                property.SetValue(instance, value);
            }
        }

        return instance;
    }

    private static object? Collection(Type type, string? name, Type? owner, int depth)
    {
        var types = type.GetGenericArguments();
        if (Create(types[^1], name, owner, depth + 1) is not { } element)
        {
            return null;
        }

        if (types.Length == 1)
        {
            var list = Array.CreateInstance(types[0], 1);
            list.SetValue(element, 0);
            return type.IsInstanceOfType(list) ? list : null;
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
        map.Add(Create(types[0], name: null, owner: null, depth + 1)!, element);
        return map;
    }

    // A callback that returns a secret in a task, as those of users do.
    private static Delegate? Callback(Type type, string? name, Type? owner, int depth)
    {
        var method = type.GetMethod("Invoke")!;
        if (!method.ReturnType.IsGenericType || method.ReturnType.GetGenericTypeDefinition() != typeof(Task<>))
        {
            return null;
        }

        var result = Create(method.ReturnType.GetGenericArguments()[0], name ?? "token", owner, depth + 1);
        var parameters = method.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var task = typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(method.ReturnType.GetGenericArguments())
            .Invoke(null, [result]);
        return Expression.Lambda(type, Expression.Constant(task, method.ReturnType), parameters).Compile();
    }
}
