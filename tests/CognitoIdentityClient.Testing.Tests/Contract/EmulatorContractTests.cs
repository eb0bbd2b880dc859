using CognitoIdentity.Tests.Conventions;
using ApiContract = CognitoIdentity.Tests.Conventions.Contract;

namespace CognitoIdentity.Testing.Tests.Contract;

/// <summary>The emulator has every operation and every member of the API reference, in requests and in responses.</summary>
public class EmulatorContractTests(EveryResponse responses) : IClassFixture<EveryResponse>
{
    [Fact]
    public void Table_has_every_operation_of_the_contract_and_no_other() => Assert.Equal(
        ApiContract.Instance.Operations.Select(operation => (operation.Key, operation.Value.IsSigned)).Order(),
        OperationTable.ByName.Values.Select(operation => (operation.Name, operation.IsSigned)).Order());

    [Theory]
    [MemberData(nameof(ApiContract.OperationNames), MemberType = typeof(ApiContract))]
    public void Request_has_the_members_of_the_contract(string operation)
    {
        var expected = ApiContract.Instance.Operations[operation].Request.Select(member => (member.Name, member.Required is true)).ToList();
        var present = RequestContract.Requests[operation].Members.Select(member => (member.Name, member.Required)).ToList();

        var missing = string.Join(", ", expected.Except(present));
        Assert.True(missing.Length == 0, $"RequestContract.cs lacks {missing}, step 5 of docs/contributing/adding-a-member.md.");
        Assert.Empty(present.Except(expected));
    }

    // No other test notices a member that the emulator drops: a client reads it as absent.
    [Theory]
    [MemberData(nameof(ApiContract.OperationNames), MemberType = typeof(ApiContract))]
    public void Response_has_every_member_of_the_contract_and_no_other(string operation)
    {
        var expected = Paths(operation, ApiContract.Instance.Operations[operation].Response).ToList();
        var seen = responses.Members.Where(path => path.StartsWith(operation + ".", StringComparison.Ordinal)).ToList();

        var missing = string.Join(", ", expected.Except(seen));
        Assert.True(
            missing.Length == 0,
            $"No response has {missing}. The emulator drops it, or no call of EveryMember.cs sets it: step 7 of "
            + "docs/contributing/adding-an-operation.md, step 6 of docs/contributing/adding-a-member.md.");
        Assert.Empty(seen.Except(expected));
    }

    private static IEnumerable<string> Paths(string path, IEnumerable<MemberContract> members) => members.SelectMany(member =>
    {
        var own = $"{path}.{member.Name}";
        var type = member.Type.Split(' ').FirstOrDefault(ApiContract.Instance.DataTypes.ContainsKey);
        return type is null ? [own] : Paths(own, ApiContract.Instance.DataTypes[type].Members).Prepend(own);
    });
}
