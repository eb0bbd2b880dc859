using System.Collections;
using System.Diagnostics;
using System.Reflection;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>
/// The members that a debugger shows of an object that has a view for it. A debugger's window ends in screenshots and dumps of support
/// cases.
/// </summary>
public sealed class DebuggerViewTests
{
    private static readonly Dictionary<string, Type> Types =
        new[] { typeof(ICognitoIdentityClient), typeof(CognitoIdentityEmulator), typeof(DistributedCacheSessionStore) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .ToDictionary(type => type.FullName!);

    public static TheoryData<string> TypesWithAView =>
        [.. Types.Values.Where(type => type.IsDefined(typeof(DebuggerTypeProxyAttribute))).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(TypesWithAView))]
    public void View_of_a_debugger_shows_no_secret(string name)
    {
        var type = Types[name];
        var view = Type.GetType(type.GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName, throwOnError: true)!;
        var shown = view.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.GetValue(Activator.CreateInstance(view, SpecimenOf(type))))
            .SelectMany(value => value is IEnumerable items and not string ? items.Cast<object?>() : [value])
            .Select(value => value?.ToString())
            .ToList();

        Assert.NotEmpty(shown);
        Assert.DoesNotContain(shown, text => text!.Contains(Specimen.Secret, StringComparison.Ordinal));
    }

    // Without a view of its own, a debugger lists the items of a collection.
    [Fact]
    public void Collection_of_secrets_has_a_view_for_the_debugger()
    {
        var collections = Types.Values
            .Where(type => !type.IsInterface && type.IsAssignableTo(typeof(IEnumerable)))
            .Where(type => type.GetProperties().Any(property => SecretMembers.IsSecret(type, property.Name) is true))
            .ToList();

        Assert.Contains(typeof(Logins), collections);
        Assert.All(collections, type => Assert.True(type.IsDefined(typeof(DebuggerTypeProxyAttribute)), $"{type} has no view."));
    }

    [Fact]
    public void View_of_logins_shows_the_providers()
    {
        var view = Type.GetType(typeof(Logins).GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName)!;
        var logins = Logins.Facebook("token").And(Logins.Developer("login.example", "user"));

        Assert.Equal(
            ["graph.facebook.com", "login.example"],
            Assert.IsAssignableFrom<IEnumerable<string>>(
                Assert.Single(view.GetProperties()).GetValue(Activator.CreateInstance(view, logins))));
    }

    private static object SpecimenOf(Type type)
    {
        var specimen = Specimen.Create(type);
        Assert.Contains(Specimen.Secret, ((Logins)specimen).Values);
        return specimen;
    }
}
