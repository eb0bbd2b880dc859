namespace CognitoIdentity.Testing.Tests.Contract;

public class ContractTests
{
    // The "Actions" of the API reference, in its order; an asterisk marks those that it calls public.
    private const string Actions =
        """
        CreateIdentityPool DeleteIdentities DeleteIdentityPool DescribeIdentity DescribeIdentityPool GetCredentialsForIdentity* GetId*
        GetIdentityPoolRoles GetOpenIdToken* GetOpenIdTokenForDeveloperIdentity GetPrincipalTagAttributeMap ListIdentities
        ListIdentityPools ListTagsForResource LookupDeveloperIdentity MergeDeveloperIdentities SetIdentityPoolRoles
        SetPrincipalTagAttributeMap TagResource UnlinkDeveloperIdentity UnlinkIdentity* UntagResource UpdateIdentityPool
        """;

    [Fact]
    public void Table_has_every_action_of_the_api_reference_and_no_other()
    {
        var expected = Actions.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var actual = OperationTable.ByName.Values.Select(operation => operation.IsSigned ? operation.Name : operation.Name + "*");
        Assert.Equal(expected, actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_has_the_shape_of_its_request() =>
        Assert.Equal(OperationTable.ByName.Keys.Order(StringComparer.Ordinal), RequestContract.Requests.Keys.Order(StringComparer.Ordinal));
}
