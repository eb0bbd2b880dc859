using System.Reflection;

namespace CognitoIdentity.PublicApi.Tests;

/// <summary>
/// The growth policy of <see cref="ICognitoIdentityClient"/>: an implementation that was written for the first version, such as
/// <see cref="FakeClient"/>, compiles and loads with every later one. So a later operation has a default implementation.
/// </summary>
public sealed class InterfaceGrowthTests
{
    // Never add to this list: these are the operations of the first version, which every implementation has.
    private static readonly string[] OperationsOfTheFirstVersion =
    [
        "CreateIdentityPool",
        "DeleteIdentities",
        "DeleteIdentityPool",
        "DescribeIdentity",
        "DescribeIdentityPool",
        "GetCredentialsForIdentity",
        "GetId",
        "GetIdentityPoolRoles",
        "GetOpenIdToken",
        "GetOpenIdTokenForDeveloperIdentity",
        "GetPrincipalTagAttributeMap",
        "ListIdentities",
        "ListIdentityPools",
        "ListTagsForResource",
        "LookupDeveloperIdentity",
        "MergeDeveloperIdentities",
        "SetIdentityPoolRoles",
        "SetPrincipalTagAttributeMap",
        "TagResource",
        "UnlinkDeveloperIdentity",
        "UnlinkIdentity",
        "UntagResource",
        "UpdateIdentityPool",
    ];

    // The operation of ILaterClient stands for those to come.
    private static readonly Dictionary<string, MethodInfo> Later = typeof(ICognitoIdentityClient).GetMethods()
        .Append(typeof(ILaterClient).GetMethod(nameof(ILaterClient.NewOperationAsync))!)
        .Where(method => !OperationsOfTheFirstVersion.Contains(Operation(method)))
        .ToDictionary(Operation);

    public static TheoryData<string> LaterOperations => [.. Later.Keys];

    [Fact]
    public void Interface_has_exactly_the_operations_of_the_first_version_without_a_default() => Assert.Equal(
        OperationsOfTheFirstVersion,
        typeof(ICognitoIdentityClient).GetMethods().Where(method => method.IsAbstract).Select(Operation).Order(StringComparer.Ordinal));

    // FakeClient implements none of them.
    [Theory]
    [MemberData(nameof(LaterOperations))]
    public async Task Fake_that_lacks_a_later_operation_says_so_when_it_is_called(string operation)
    {
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => (Task)Later[operation].Invoke(
            new FakeClient(), BindingFlags.DoNotWrapExceptions, binder: null, [null, CancellationToken.None], culture: null)!);

        Assert.Contains(operation, error.Message, StringComparison.Ordinal);
    }

    private static string Operation(MethodInfo method) => method.Name[..^"Async".Length];
}
