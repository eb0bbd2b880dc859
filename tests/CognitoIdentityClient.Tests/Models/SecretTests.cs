using System.Runtime.CompilerServices;
using CognitoIdentity.Tests.Conventions;

namespace CognitoIdentity.Tests.Models;

/// <summary>A record prints all that it holds, and what is printed ends in logs: the service's secrets must never be in it.</summary>
public sealed class SecretTests
{
    private static readonly string[] SecretTexts =
    [
        .. PublicRecords.All.SelectMany(type => type.GetProperties())
            .Where(property => property.Name is "Token" or "SecretKey" or "SessionToken" or "AccessKeyId" or "ErrorMessage"
                || (property.Name == "Logins" && property.PropertyType == typeof(IReadOnlyDictionary<string, string>)))
            .Select(PublicRecords.Text),
    ];

    // A report in words (a diagnosis, say) writes its own text; the others print their members.
    public static TheoryData<string> Records { get; } = new(PublicRecords.All
        .Where(type => type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
        .Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Records))]
    public void ToString_of_a_record_shows_every_text_but_the_secrets(string name)
    {
        var type = PublicRecords.All.Single(type => type.Name == name);
        var printed = PublicRecords.Fill(type).ToString()!;

        Assert.All(SecretTexts, text => Assert.DoesNotContain(text, printed, StringComparison.Ordinal));
        Assert.All(
            type.GetProperties().Where(property => property.PropertyType == typeof(string)).Select(PublicRecords.Text).Except(SecretTexts),
            text => Assert.Contains(text, printed, StringComparison.Ordinal));
    }

    // A filter that finds nothing would make the test above pass. The message in the options of a diagnosis can quote a token.
    [Fact]
    public void Secret_texts_are_those_of_the_contract_and_the_message_of_a_diagnosis() => Assert.Equal(
        Shape.All.SelectMany(shape => shape.Value.Members.Where(IsSecret).Select(member => $"{shape.Key}.{member.Name}"))
            .Append($"{nameof(SignInDiagnosisOptions)}.{nameof(SignInDiagnosisOptions.ErrorMessage)}")
            .Select(path => PublicRecords.Text(PublicRecords.Property(path).Property)).Order(),
        SecretTexts.Order());

    [Fact]
    public void ToString_of_credentials_shows_four_characters_of_the_access_key_id()
    {
        var response = new GetCredentialsForIdentityResponse
        {
            Credentials = new()
            {
                AccessKeyId = "ASIAJIOA37R6EXAMPLE",
                Expiration = DateTimeOffset.UnixEpoch,
                SecretKey = "2gZ8QJQqkAHBzebQmghavFAfgmYpKWRqexample",
                SessionToken = "AQoDYXdzEMf",
            },
            IdentityId = "us-east-1:1",
        };

        Assert.Equal(
            "GetCredentialsForIdentityResponse { Credentials = Credentials { AccessKeyId = ASIA***, "
            + "Expiration = 01/01/1970 00:00:00 +00:00, SecretKey = ***, SessionToken = *** }, IdentityId = us-east-1:1 }",
            response.ToString());
    }

    [Fact]
    public void ToString_of_logins_shows_the_providers_alone()
    {
        var request = new GetIdRequest
        {
            IdentityPoolId = "us-east-1:1",
            Logins = new Dictionary<string, string> { ["accounts.google.com"] = "token-1", ["graph.facebook.com"] = "token-2" },
        };

        Assert.Equal(
            "GetIdRequest { AccountId = , IdentityPoolId = us-east-1:1, "
            + "Logins = { accounts.google.com = ***, graph.facebook.com = *** } }",
            request.ToString());
    }

    [Fact]
    public void ToString_without_secrets_is_that_of_a_record()
    {
        var request = new GetOpenIdTokenRequest { IdentityId = "us-east-1:1" };

        Assert.Equal("GetOpenIdTokenRequest { IdentityId = us-east-1:1, Logins =  }", request.ToString());
        Assert.Equal("TagResourceResponse { }", new TagResourceResponse().ToString());
    }

    [Fact]
    public void ToString_of_collections_shows_their_items()
    {
        var roles = new GetIdentityPoolRolesResponse
        {
            RoleMappings = new Dictionary<string, RoleMapping>
            {
                ["p"] = new()
                {
                    Type = RoleMappingType.Rules,
                    RulesConfiguration =
                        new() { Rules = [new() { Claim = "c", MatchType = MappingRuleMatchType.Equal, RoleARN = "r", Value = "v" }] },
                },
            },
            Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = "arn" },
        };

        Assert.Equal(
            "GetIdentityPoolRolesResponse { IdentityPoolId = , RoleMappings = { p = RoleMapping { Type = Rules, AmbiguousRoleResolution "
            + "= , "
            + "RulesConfiguration = RulesConfigurationType { Rules = [MappingRule { Claim = c, MatchType = Equals, RoleARN = r, Value = "
            + "v }] } } }, "
            + "Roles = { authenticated = arn } }",
            roles.ToString());
        Assert.Equal("ListTagsForResourceResponse { Tags = { } }", new ListTagsForResourceResponse().ToString());
        Assert.Equal(
            $"DeleteIdentitiesRequest {{ IdentityIdsToDelete = [{string.Join(", ", Enumerable.Range(0, 20))}, and 40 more] }}",
            new DeleteIdentitiesRequest { IdentityIdsToDelete = [.. Enumerable.Range(0, 60).Select(number => $"{number}")] }.ToString());
    }

    private static bool IsSecret(MemberContract member) =>
        member.Name is "Token" or "SecretKey" or "SessionToken" or "AccessKeyId"
        || (member.Name == "Logins" && member.Type == "String to string map");
}
