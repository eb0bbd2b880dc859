using System.Collections;
using System.Reflection;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>
/// Every public member that can hold a text, as secret-members.txt classifies it: secret members, then the others. A new member is in
/// neither list, and fails a test until somebody has decided.
/// </summary>
internal static class SecretMembers
{
    public const string File = "tests/CognitoIdentityClient.Tests/Diagnostics/secret-members.txt";

    private static readonly Dictionary<string, bool> Classified = Repository.Read(File).Split('\n')
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .SelectMany(Members)
        .ToDictionary(member => member.Name, member => member.IsSecret, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of all members that have been classified.</summary>
    public static IEnumerable<string> Names => Classified.Keys;

    /// <summary>The members of the public types that can hold a text, each as <c>Type.Member</c>.</summary>
    public static IEnumerable<string> OfPublicTypes =>
        DocumentedMember.Packages.SelectMany(package => package.GetExportedTypes())
            .SelectMany(type => type.GetProperties(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.GetMethod?.IsPublic is true && CanHoldText(property.PropertyType))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

    /// <summary>Whether a member, or the parameter of a constructor that sets it, holds a secret; null if it is no such member.</summary>
    public static bool? IsSecret(Type? type, string? name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Classified.TryGetValue($"{type.Name}.{name}", out var isSecret))
            {
                return isSecret;
            }
        }

        return null;
    }

    private static bool CanHoldText(Type type) =>
        type == typeof(string)
        || type == typeof(byte[])
        || (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments().Any(CanHoldText))
        || (type.IsAssignableTo(typeof(Delegate)) && type.GetMethod("Invoke")!.ReturnType is { IsGenericType: true } returned
            && returned.GetGenericArguments().Any(CanHoldText));

    // "Type: secret members | other members".
    private static IEnumerable<(string Name, bool IsSecret)> Members(string line)
    {
        var colon = line.IndexOf(':');
        var lists = line[(colon + 1)..].Split('|');
        Assert.True(lists.Length == 2, $"{File}: {line}");
        return lists.SelectMany((list, index) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(member => ($"{line[..colon]}.{member}", index == 0)));
    }
}
