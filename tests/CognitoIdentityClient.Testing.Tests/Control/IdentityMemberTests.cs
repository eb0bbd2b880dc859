using ApiContract = CognitoIdentity.Tests.Conventions.Contract;

namespace CognitoIdentity.Testing.Tests.Control;

/// <summary>The control API shows every member of an identity that the API has.</summary>
public sealed class IdentityMemberTests
{
    // The control API says "id" of pools and identities alike.
    private static readonly Dictionary<string, string> Names = new() { ["IdentityId"] = nameof(IdentityDocument.Id) };

    public static TheoryData<string> Members =>
        [.. ApiContract.Instance.Operations["DescribeIdentity"].Response.Select(member => member.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void Member_of_an_identity_is_shown_by_the_control_api(string member)
    {
        var name = Names.GetValueOrDefault(member, member);

        Assert.True(
            typeof(IdentityDocument).GetProperty(name) is not null,
            $"ControlDocuments.cs lacks {name} of an identity, step 8 of docs/contributing/adding-a-member.md.");
    }
}
