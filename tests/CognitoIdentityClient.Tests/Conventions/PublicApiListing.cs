using System.Reflection;
using System.Runtime.CompilerServices;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>
/// Prints what an assembly's users can see: a line for each type and for each member, by name. What a type inherits or overrides, and what
/// the compiler adds to records, is left out.
/// </summary>
internal static class PublicApiListing
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly) =>
        string.Concat(assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Lines));

    private static IEnumerable<string> Lines(Type type) =>
    [
        $"{Kind(type)} {type.Namespace}.{Name(type)}{Bases(type)}\n",
        .. from member in type.GetMembers(Declared)
           let line = Line(member)
           where line is not null
           orderby member.Name, line
           select $"    {line}\n",
    ];

    private static string Kind(Type type) =>
        type.IsInterface ? "interface"
        : type.IsEnum ? "enum"
        : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
        : type.IsValueType ? "struct"
        : (type.IsAbstract ? type.IsSealed ? "static " : "abstract " : type.IsSealed ? "sealed " : "")
            + (type.GetMethod("<Clone>$") is null ? "class" : "record");

    private static string Bases(Type type)
    {
        var parent = type.BaseType;
        var interfaces = type.GetInterfaces().Except(parent?.GetInterfaces() ?? [])
            .Where(face => face.IsVisible && !(face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            .Select(Name).Order(StringComparer.Ordinal);
        var hasParent = parent is not null && parent != typeof(object) && parent != typeof(ValueType);
        var all = string.Join(", ", hasParent ? [Name(parent!), .. interfaces] : interfaces);
        return all.Length == 0 ? "" : " : " + all;
    }

    private static string? Line(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute)) ? null : member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) => $"new({Parameters(constructor)})",
        MethodInfo method when IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{Modifiers(method)}{Name(method.ReturnType, Nullability.Create(method.ReturnParameter))} "
            + $"{method.Name}{Arguments(method.GetGenericArguments())}({Parameters(method)})",
        PropertyInfo { GetMethod: { } getter } property when IsVisible(getter) =>
            $"{Modifiers(getter)}{(property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "")}"
            + $"{Name(property.PropertyType, Nullability.Create(property))} {property.Name} {{ get; {Setter(property)}}}",
        FieldInfo { IsPublic: true, IsSpecialName: false } field => $"{Name(field.FieldType)} {field.Name}",
        EventInfo { AddMethod: { } add } @event when IsVisible(add) => $"event {Name(@event.EventHandlerType!)} {@event.Name}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
        && (method is not MethodInfo { IsVirtual: true } declared || declared.GetBaseDefinition() == declared);

    private static string Modifiers(MethodInfo method) =>
        (method.IsPublic ? "" : "protected ")
        + (method.IsStatic ? "static " : "")
        + (!method.IsVirtual || method.IsFinal || method.DeclaringType!.IsInterface ? "" : method.IsAbstract ? "abstract " : "virtual ");

    private static string Setter(PropertyInfo property) =>
        property.SetMethod is not { } setter || !IsVisible(setter) ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; "
        : "set; ";

    private static string Parameters(MethodBase method)
    {
        var parameters = method.GetParameters().Select(parameter =>
            $"{Name(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}"
            + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : ""));
        return (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", parameters);
    }

    private static string Name(Type type, NullabilityInfo nullability) =>
        Name(type) + (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "");

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } underlying
        ? Name(underlying) + "?"
        : type.Name switch
        {
            "Boolean" => "bool",
            "Int32" => "int",
            "Int64" => "long",
            "String" => "string",
            "Void" => "void",
            var name => name.Split('`')[0] + Arguments(type.GetGenericArguments()),
        };

    private static string Arguments(Type[] types) => types.Length == 0 ? "" : $"<{string.Join(", ", types.Select(Name))}>";
}
