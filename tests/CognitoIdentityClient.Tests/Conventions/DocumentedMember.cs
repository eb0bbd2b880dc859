using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>A public type or member of a package with the XML documentation that ships with it.</summary>
/// <param name="Id">The id in the XML file, such as <c>M:CognitoIdentity.Logins.Google(System.String)</c>.</param>
/// <param name="Member">The type or member.</param>
/// <param name="Xml">Its documentation.</param>
internal sealed record DocumentedMember(string Id, MemberInfo Member, XElement Xml)
{
    public const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The assemblies of the packages.</summary>
    public static IReadOnlyList<Assembly> Packages { get; } =
    [
        typeof(ICognitoIdentityClient).Assembly,
        typeof(Testing.CognitoIdentityEmulator).Assembly,
        typeof(DistributedCacheIdentityIdStore).Assembly,
    ];

    /// <summary>All that is documented and public, and the ids of what is documented and not public.</summary>
    public static (IReadOnlyList<DocumentedMember> Public, IReadOnlyList<string> Internal) All { get; } = Read();

    public string Summary => Text(Xml.Element("summary"));

    public bool IsInherited => Xml.Element("inheritdoc") is not null;

    /// <summary>Whether a member is public, and neither the compiler's nor an override, which has the documentation of its base.</summary>
    public static bool NeedsDocumentation(MemberInfo member) => IsPublic(member)
        && !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member switch
        {
            MethodInfo method => method.GetBaseDefinition() == method && (!method.IsSpecialName || IsConversion(method)),
            ConstructorInfo constructor => !constructor.IsStatic && constructor.GetParameters().Length > 0,
            PropertyInfo property => property.GetMethod!.GetBaseDefinition() == property.GetMethod,
            FieldInfo field => !field.IsSpecialName,
            _ => true,
        };

    private static bool IsConversion(MethodInfo method) => method.Name is "op_Implicit" or "op_Explicit";

    public static string Text(XElement? element) => element is null
        ? ""
        : string.Join(' ', string.Concat(element.Nodes().Select(Plain)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { HasElements: false, IsEmpty: true } reference =>
            ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("name") ?? "")
                .Split('(')[0].Split('.')[^1],
        XElement element => string.Concat(element.Nodes().Select(Plain)),
        _ => "",
    };

    private static (IReadOnlyList<DocumentedMember>, IReadOnlyList<string>) Read()
    {
        List<DocumentedMember> documented = [];
        List<string> hidden = [];
        foreach (var package in Packages)
        {
            var members = package.GetTypes().ToDictionary(type => "T:" + type.FullName!.Replace('+', '.'), type => (MemberInfo)type);
            foreach (var xml in XDocument.Load(Path.ChangeExtension(package.Location, ".xml")).Descendants("member"))
            {
                var id = (string)xml.Attribute("name")!;
                if (Find(members, id) is { } member && IsPublic(member))
                {
                    documented.Add(new(id, member, xml));
                }
                else
                {
                    hidden.Add(id);
                }
            }
        }

        return (documented, hidden);
    }

    private static MemberInfo? Find(Dictionary<string, MemberInfo> types, string id)
    {
        if (id.StartsWith("T:", StringComparison.Ordinal))
        {
            return types.GetValueOrDefault(id);
        }

        // A conversion has its result in the id, behind a "~".
        var (signature, result) = id.Split('~') is [var left, var right] ? (left, right) : (id, null);
        var name = signature[2..].Split('(')[0];
        var dot = name.LastIndexOf('.');
        var type = types.GetValueOrDefault("T:" + name[..dot]) as Type;
        var simple = name[(dot + 1)..].Split('`')[0].Replace("#ctor", ".ctor", StringComparison.Ordinal);
        var count = ParameterCount(signature);
        var parameters = signature[(signature.IndexOf('(', StringComparison.Ordinal) + 1)..];
        return type?.GetMembers(Own)
            .Where(member => member.Name == simple && (member is not MethodBase method || method.GetParameters().Length == count)
                && (result is null || (member is MethodInfo conversion && TypeId(conversion.ReturnType) == result)))
            .MaxBy(member => member is MethodBase method
                && string.Join(',', method.GetParameters().Select(parameter => TypeId(parameter.ParameterType))) == parameters.TrimEnd(')')
                    ? 1
                    : 0);
    }

    private static string TypeId(Type type) => type.IsGenericType
        ? $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(TypeId))}}}"
        : type.FullName ?? type.Name;

    // A comma between braces, as in Func{System.String,System.Boolean}, separates no parameters.
    private static int ParameterCount(string id)
    {
        var start = id.IndexOf('(', StringComparison.Ordinal);
        if (start < 0)
        {
            return 0;
        }

        var depth = 0;
        return 1 + id[start..].Count(letter =>
        {
            depth += letter is '{' or '[' ? 1 : letter is '}' or ']' ? -1 : 0;
            return letter == ',' && depth == 0;
        });
    }

    private static bool IsPublic(MemberInfo member) => member switch
    {
        Type type => type.IsVisible,
        _ when member.DeclaringType is { IsVisible: false } => false,
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor => accessor.IsPublic || accessor.IsFamily),
        FieldInfo field => field.IsPublic || field.IsFamily,
        EventInfo @event => @event.AddMethod!.IsPublic,
        _ => false,
    };
}
