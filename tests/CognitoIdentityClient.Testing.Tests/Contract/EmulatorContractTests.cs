using CognitoIdentity.Tests.Conventions;
using ApiContract = CognitoIdentity.Tests.Conventions.Contract;

namespace CognitoIdentity.Testing.Tests.Contract;

/// <summary>The emulator has every operation and every member of the API reference, in requests and in responses.</summary>
public class EmulatorContractTests
{
    [Fact]
    public void Table_has_every_operation_of_the_contract_and_no_other() => Assert.Equal(
        ApiContract.Instance.Operations.Select(operation => (operation.Key, operation.Value.IsSigned)).Order(),
        OperationTable.ByName.Values.Select(operation => (operation.Name, operation.IsSigned)).Order());

    [Theory]
    [MemberData(nameof(ApiContract.OperationNames), MemberType = typeof(ApiContract))]
    public void Request_has_the_members_of_the_contract(string operation) => Assert.Equal(
        ApiContract.Instance.Operations[operation].Request.Select(member => (member.Name, member.Required is true)).Order(),
        RequestContract.Requests[operation].Members.Select(member => (member.Name, member.Required)).Order());

    // No other test notices a member that the emulator drops: a client reads it as absent.
    [Fact]
    public async Task Responses_have_every_member_of_the_contract()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var responses = new ResponseMembers(emulator.CreateHandler());
        using var client = new CognitoIdentityClient(
            new() { Region = emulator.Region, Credentials = emulator.Credentials, Endpoint = emulator.Endpoint }, responses);

        await EveryMember.AskForAsync(client);

        Assert.Equal(Expected().Order(), responses.Seen.Order());
    }

    private static IEnumerable<string> Expected() => ApiContract.Instance.Operations
        .SelectMany(operation => Paths(operation.Key, operation.Value.Response));

    private static IEnumerable<string> Paths(string path, IEnumerable<MemberContract> members) => members.SelectMany(member =>
    {
        var own = $"{path}.{member.Name}";
        var type = member.Type.Split(' ').FirstOrDefault(ApiContract.Instance.DataTypes.ContainsKey);
        return type is null ? [own] : Paths(own, ApiContract.Instance.DataTypes[type].Members).Prepend(own);
    });
}
