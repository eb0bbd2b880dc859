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
    public static object Create(Type type) => Create(type, name: null, depth: 0)
        ?? throw new InvalidOperationException($"{nameof(Specimen)} cannot create a {type}, and so not see what it prints.");

    private static object? Create(Type type, string? name, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return PublicTypeSecretTests.IsSecret(name) ? Secret : "text";
        }

        return depth > 6 ? null
            : type == typeof(Uri) ? new Uri("https://host.example/")
            : type == typeof(TimeProvider) ? TimeProvider.System
            : type == typeof(Exception) ? new InvalidOperationException("text")
            : type.IsEnum || type.IsPrimitive || type.Namespace == nameof(System) && type.IsValueType ? Activator.CreateInstance(type)
            : typeof(Delegate).IsAssignableFrom(type) ? Callback(type, name, depth)
            : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? Collection(type, name, depth)
            : type.IsInterface || type.IsAbstract ? null
            : Construct(type, name, depth) ?? FromStatics(type, depth);
    }

    private static object? Construct(Type type, string? name, int depth)
    {
        foreach (var constructor in type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length))
        {
            // A struct around a text has a secret if the member that holds it has one.
            var parameters = constructor.GetParameters();
            if (parameters is [{ } copied] && copied.ParameterType == type)
            {
                continue;
            }

            if (TryInvoke(constructor, parameters, type.IsValueType ? name : null, depth) is { } instance)
            {
                return Fill(instance, depth);
            }
        }

        return null;
    }

    private static object? FromStatics(Type type, int depth) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == type && !method.IsSpecialName)
            .Select(method => TryInvoke(method, method.GetParameters(), name: null, depth))
            .FirstOrDefault(instance => instance is not null);

    private static object? TryInvoke(MethodBase method, ParameterInfo[] parameters, string? name, int depth)
    {
        try
        {
            var arguments = parameters.Select(parameter => Create(parameter.ParameterType, name ?? parameter.Name, depth + 1)).ToArray();
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
            if (property.GetIndexParameters().Length == 0 && Create(property.PropertyType, property.Name, depth + 1) is { } value)
            {
                property.SetValue(instance, value);
            }
        }

        return instance;
    }

    private static object? Collection(Type type, string? name, int depth)
    {
        var types = type.GetGenericArguments();

        // A map of logins has tokens as its values; a list of logins has the names of providers.
        var elementName = types.Length == 1 && name == "Logins" ? null : name;
        if (Create(types[^1], elementName, depth + 1) is not { } element)
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
        map.Add(Create(types[0], name: null, depth + 1)!, element);
        return map;
    }

    // A callback that returns a secret in a task, as those of users do.
    private static Delegate? Callback(Type type, string? name, int depth)
    {
        var method = type.GetMethod("Invoke")!;
        if (!method.ReturnType.IsGenericType || method.ReturnType.GetGenericTypeDefinition() != typeof(Task<>))
        {
            return null;
        }

        var result = Create(method.ReturnType.GetGenericArguments()[0], name ?? "token", depth + 1);
        var parameters = method.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var task = typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(method.ReturnType.GetGenericArguments())
            .Invoke(null, [result]);
        return Expression.Lambda(type, Expression.Constant(task, method.ReturnType), parameters).Compile();
    }
}
