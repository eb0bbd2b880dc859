using System.Reflection;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>Every public store of the packages keeps the promises of its interface, and is in the guide.</summary>
public sealed partial class StoreConventions
{
    private static readonly Type[] All = [.. DocumentedMember.Packages.SelectMany(package => package.GetExportedTypes())
        .Where(type => type.IsClass && (type.IsAssignableTo(typeof(IIdentityIdStore)) || type.IsAssignableTo(typeof(ISessionStore))))];

    public static TheoryData<string> Stores => [.. All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Stores))]
    public void Store_is_sealed_and_passes_the_conformance_suite_of_its_interface(string name)
    {
        var type = All.Single(type => type.Name == name);
        var suite = type.IsAssignableTo(typeof(ISessionStore)) ? typeof(SessionStoreConformanceTests) : typeof(IdentityIdStoreTests);

        Assert.True(type.IsSealed);
        Assert.True(
            typeof(StoreConventions).Assembly.GetTypes().Any(test => test.IsSubclassOf(suite) && StoreOf(test) == type),
            $"{name} has no test class derived from {suite.Name} of tests/Shared/Stores: IdentityIdStoreTests.cs or "
            + "SessionStoreConformanceTests.cs, step 2 of docs/contributing/adding-a-store.md.");
    }

    [Fact]
    public void Guide_has_a_row_for_every_store_and_for_no_other()
    {
        var names = All.Select(type => type.Name).ToList();
        var rows = Repository.Read("docs/guides/credentials.md").Split('\n').Select(line => Row().Match(line))
            .Where(row => row.Success).Select(row => row.Groups[1].Value).ToList();

        var missing = string.Join(", ", names.Except(rows));
        Assert.True(missing.Length == 0, $"credentials.md has no row for {missing}, step 5 of docs/contributing/adding-a-store.md.");
        Assert.Empty(rows.Except(names));
    }

    private static Type StoreOf(Type suite)
    {
        var tests = Activator.CreateInstance(suite)!;
        using var disposable = tests as IDisposable;
        return suite.GetMethod("CreateStore", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(tests, null)!.GetType();
    }

    [GeneratedRegex("^\\| `(\\w+Store)`")]
    private static partial Regex Row();
}
