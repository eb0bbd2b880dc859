namespace CognitoIdentity.Testing.Tests.Contract;

/// <summary>
/// Messages as the service words them; the first was seen on the wire, the others have the same form at other AWS services.
/// </summary>
public class ConstraintCheckerTests
{
    [Theory]
    [InlineData(
        "DescribeIdentityPool", """{"IdentityPoolId":"bad"}""",
        @"1 validation error detected: Value 'bad' at 'identityPoolId' failed to satisfy constraint: Member must satisfy regular "
        + @"expression pattern: [\w-]+:[0-9a-f-]+")]
    [InlineData(
        "DescribeIdentityPool", "{}",
        "1 validation error detected: Value null at 'identityPoolId' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "DescribeIdentityPool", """{"IdentityPoolId":null}""",
        "1 validation error detected: Value null at 'identityPoolId' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "DescribeIdentityPool", "",
        "1 validation error detected: Value null at 'identityPoolId' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "GetId", """{"IdentityPoolId":""}""",
        @"2 validation errors detected: Value '' at 'identityPoolId' failed to satisfy constraint: Member must have length greater than "
        + @"or equal to 1; Value '' at 'identityPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: "
        + @"[\w-]+:[0-9a-f-]+")]
    [InlineData(
        "ListIdentityPools", """{"MaxResults":0}""",
        "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or "
        + "equal to 1")]
    [InlineData(
        "ListIdentityPools", """{"MaxResults":61}""",
        "1 validation error detected: Value '61' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal "
        + "to 60")]
    [InlineData(
        "DeleteIdentities", """{"IdentityIdsToDelete":[]}""",
        "1 validation error detected: Value '[]' at 'identityIdsToDelete' failed to satisfy constraint: Member must have length greater "
        + "than or equal to 1")]
    [InlineData(
        "DeleteIdentities", """{"IdentityIdsToDelete":["a:0","bad"]}""",
        @"1 validation error detected: Value '[a:0, bad]' at 'identityIdsToDelete' failed to satisfy constraint: Member must satisfy "
        + @"constraint: [Member must have length less than or equal to 55, Member must have length greater than or equal to 1, Member "
        + @"must satisfy regular expression pattern: [\w-]+:[0-9a-f-]+]")]
    [InlineData(
        "TagResource", """{"ResourceArn":"arn:aws:cognito-identity:::","Tags":{"":"v"}}""",
        "1 validation error detected: Value '{=v}' at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: [Member "
        + "must have length less than or equal to 128, Member must have length greater than or equal to 1]")]
    [InlineData(
        "CreateIdentityPool",
        """{"IdentityPoolName":"n","AllowUnauthenticatedIdentities":true,"CognitoIdentityProviders":[{},{"ClientId":"a-b"}]}""",
        @"1 validation error detected: Value 'a-b' at 'cognitoIdentityProviders.2.member.clientId' failed to satisfy constraint: Member "
        + @"must satisfy regular expression pattern: [\w_]+")]
    [InlineData(
        "SetIdentityPoolRoles", """{"IdentityPoolId":"a:0","Roles":{},"RoleMappings":{"p":{"Type":"Other"}}}""",
        "1 validation error detected: Value 'Other' at 'roleMappings.p.member.type' failed to satisfy constraint: Member must satisfy "
        + "enum value set: [Token, Rules]")]
    public async Task Request_that_breaks_a_constraint_is_refused_with_that_constraint(string operation, string json, string message)
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync(operation, json);
        response.IsError("ValidationException", message);
        Assert.Equal((400, "ValidationException:"), (response.Status, response.Headers["x-amzn-errortype"]));
    }

    [Fact]
    public async Task Login_token_that_breaks_a_constraint_is_not_repeated()
    {
        await using var service = await TestEmulator.StartAsync();
        var token = "secret" + new string('x', 50_000);
        var response = await service.CallAsync("GetId", $$$"""{"IdentityPoolId":"a:0","Logins":{"graph.facebook.com":"{{{token}}}"}}""");
        response.IsError(
            "ValidationException",
            "1 validation error detected: Value at 'logins' failed to satisfy constraint: Map value must satisfy constraint: [Member "
            + "must have length less than or equal to 50000, Member must have length greater than or equal to 1]");
    }

    [Theory]
    [InlineData("CreateIdentityPool", "IdentityPoolName", 128)]
    [InlineData("CreateIdentityPool", "DeveloperProviderName", 128)]
    [InlineData("GetCredentialsForIdentity", "CustomRoleArn", 2048)]
    [InlineData("ListIdentityPools", "NextToken", 65_535)]
    [InlineData("LookupDeveloperIdentity", "DeveloperUserIdentifier", 1024)]
    [InlineData("GetPrincipalTagAttributeMap", "IdentityProviderName", 128)]
    [InlineData("TagResource", "ResourceArn", 2048)]
    public async Task Text_of_the_greatest_length_passes_and_one_more_does_not(string operation, string member, int length)
    {
        await using var service = await TestEmulator.StartAsync();
        var constraint =
            $"at '{char.ToLowerInvariant(member[0])}{member[1..]}' failed to satisfy constraint: Member must have length less than or "
            + $"equal to {length}";
        var longest = await service.CallAsync(operation, $$"""{"{{member}}":"{{new string('a', length)}}"}""");
        Assert.DoesNotContain(constraint, longest.ErrorMessage ?? "", StringComparison.Ordinal);
        var tooLong = await service.CallAsync(operation, $$"""{"{{member}}":"{{new string('a', length + 1)}}"}""");
        Assert.Contains(constraint, tooLong.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ListIdentityPools", """{"MaxResults":"1"}""")]
    [InlineData("ListIdentityPools", """{"MaxResults":1.5}""")]
    [InlineData("ListIdentityPools", """{"MaxResults":99999999999999999999}""")]
    [InlineData("GetId", """{"IdentityPoolId":1}""")]
    [InlineData("GetId", """{"IdentityPoolId":"a:0","Logins":[]}""")]
    [InlineData("GetId", """{"IdentityPoolId":"a:0","Logins":{"a":{}}}""")]
    [InlineData("DeleteIdentities", """{"IdentityIdsToDelete":"a:0"}""")]
    [InlineData("CreateIdentityPool", """{"IdentityPoolName":"n","AllowUnauthenticatedIdentities":"true"}""")]
    [InlineData(
        "CreateIdentityPool", """{"IdentityPoolName":"n","AllowUnauthenticatedIdentities":true,"CognitoIdentityProviders":[null]}""")]
    public async Task Value_of_another_json_type_cannot_be_read(string operation, string json)
    {
        await using var service = await TestEmulator.StartAsync();
        Assert.Equal("SerializationException", (await service.CallAsync(operation, json)).ErrorCode);
    }

    [Fact]
    public async Task Null_inside_a_map_or_a_list_breaks_a_constraint()
    {
        await using var service = await TestEmulator.StartAsync();
        Assert.Equal(
            "ValidationException", (await service.CallAsync("GetId", """{"IdentityPoolId":"a:0","Logins":{"a":null}}""")).ErrorCode);
        Assert.Equal("ValidationException", (await service.CallAsync("DeleteIdentities", """{"IdentityIdsToDelete":[null]}""")).ErrorCode);
    }

    [Fact]
    public async Task Unknown_members_are_ignored()
    {
        await using var service = await TestEmulator.StartAsync();
        (await service.CallAsync("ListIdentityPools", """{"MaxResults":1,"Unknown":{"a":[1]}}""")).Ok();
    }
}
