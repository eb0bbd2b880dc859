namespace CognitoIdentity.Tests.Models;

/// <summary>A record that prints its members itself, because one of them is a secret or a collection, forgets none of them.</summary>
public sealed class PrintedMemberTests
{
    [Theory]
    [MemberData(nameof(SecretTests.Records), MemberType = typeof(SecretTests))]
    public void ToString_of_a_record_names_every_member(string name)
    {
        var type = PublicRecords.All.Single(type => type.Name == name);
        var printed = PublicRecords.Fill(type).ToString()!;

        Assert.All(
            type.GetProperties().Where(property => property.Name != nameof(CognitoIdentityResponse.ResponseMetadata)),
            property => Assert.True(
                printed.Contains($" {property.Name} = ", StringComparison.Ordinal),
                $"{property.Name} is missing in PrintMembers of {name}: step 3 of docs/contributing/adding-a-member.md."));
    }
}
