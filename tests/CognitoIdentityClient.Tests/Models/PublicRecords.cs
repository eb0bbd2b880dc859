using System.Reflection;

namespace CognitoIdentity.Tests.Models;

/// <summary>The requests, responses and data types of the library, and instances of them with every member filled.</summary>
internal static class PublicRecords
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(ICognitoIdentityClient).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is not null),
    ];

    /// <summary>A property by <c>Record.Property</c>.</summary>
    public static (Type Type, PropertyInfo Property) Property(string path)
    {
        var names = path.Split('.');
        var type = All.Single(type => type.Name == names[0]);
        return (type, type.GetProperty(names[1])!);
    }

    /// <summary>An instance in which every text says which member it is in, as <see cref="Text"/>.</summary>
    public static object Fill(Type type)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.Name != nameof(CognitoIdentityResponse.ResponseMetadata)))
        {
            property.SetValue(record, Value(property.PropertyType, property));
        }

        return record;
    }

    /// <summary>The text that <see cref="Fill"/> gives a member, its elements or the values of its map.</summary>
    public static string Text(PropertyInfo property) => $"<text of {property.DeclaringType!.Name}.{property.Name}>";

    private static object? Value(Type type, PropertyInfo property)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return Text(property);
        }

        if (type.IsGenericType)
        {
            var types = type.GetGenericArguments();
            var element = Value(types[^1], property);
            return types.Length == 1 ? List(types[0], element) : Map(types, Key(types[0]), element);
        }

        if (type == typeof(TimeProvider))
        {
            return TimeProvider.System;
        }

        return type.Assembly != typeof(ICognitoIdentityClient).Assembly ? Activator.CreateInstance(type)
            : type.IsEnum ? Enum.GetValuesAsUnderlyingType(type).GetValue(0)
            : type.IsValueType ? Key(type)
            : Fill(type);
    }

    private static object Key(Type type) => type == typeof(string) ? "key" : Activator.CreateInstance(type, "value")!;

    private static Array List(Type type, object? element)
    {
        var list = Array.CreateInstance(type, 1);
        list.SetValue(element, 0);
        return list;
    }

    private static object Map(Type[] types, object key, object? value)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
        map.Add(key, value);
        return map;
    }
}
