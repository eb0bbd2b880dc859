using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Rules;

public class RoleResolverTests
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";
    private const string Default = "arn:aws:iam::123456789012:role/default";
    private const string A = "arn:aws:iam::123456789012:role/a";
    private const string B = "arn:aws:iam::123456789012:role/b";
    private const string Denied = $"The ambiguous role mapping rules for: {UserPool} denied this request.";

    [Theory]
    [InlineData("Equals", "admin", "admin", A)]
    [InlineData("Equals", "admin", "administrator", Default)]
    [InlineData("Contains", "min", "administrator", A)]
    [InlineData("Contains", "xyz", "administrator", Default)]
    [InlineData("StartsWith", "admin", "administrator", A)]
    [InlineData("StartsWith", "istrator", "administrator", Default)]
    [InlineData("NotEqual", "admin", "user", A)]
    [InlineData("NotEqual", "admin", "admin", Default)]
    [InlineData("NotEqual", "admin", null, Default)]
    public async Task Rule_matches_by_its_match_type(string matchType, string value, string? claim, string role)
    {
        var rule = Rule("custom:role", matchType, value, A);
        Assert.Equal(role, await RoleAsync(Mapping("Rules", "AuthenticatedRole", rule),
            claim is null ? new { } : new Dictionary<string, string> { ["custom:role"] = claim }));
    }

    [Fact]
    public async Task First_rule_that_matches_wins()
    {
        var mapping = Mapping(
            "Rules", "Deny", Rule("level", "Equals", "0", Default), Rule("level", "StartsWith", "1", A), Rule("level", "Contains", "1", B));
        Assert.Equal(A, await RoleAsync(mapping, new { level = "12" }));
    }

    [Fact]
    public async Task Claim_that_is_a_number_or_a_flag_is_matched_by_its_json()
    {
        Assert.Equal(A, await RoleAsync(Mapping("Rules", "Deny", Rule("level", "Equals", "7", A)), new { level = 7 }));
        Assert.Equal(A, await RoleAsync(Mapping("Rules", "Deny", Rule("paid", "Equals", "true", A)), new { paid = true }));
    }

    [Fact]
    public async Task No_matching_rule_with_deny_is_refused() =>
        await DeniedAsync(Mapping("Rules", "Deny", Rule("level", "Equals", "7", A)), new { level = 8 }, null, Denied);

    [Fact]
    public async Task Token_type_takes_the_preferred_role() =>
        Assert.Equal(B, await RoleAsync(Mapping("Token", "Deny"), Roles(B, A, B)));

    [Fact]
    public async Task Token_type_takes_the_only_role() =>
        Assert.Equal(A, await RoleAsync(Mapping("Token", "Deny"), Roles(null, A)));

    [Fact]
    public async Task Token_type_with_several_roles_and_none_preferred_is_ambiguous()
    {
        Assert.Equal(Default, await RoleAsync(Mapping("Token", "AuthenticatedRole"), Roles(null, A, B)));
        await DeniedAsync(Mapping("Token", "Deny"), Roles(null, A, B), null, Denied);
    }

    [Fact]
    public async Task Token_type_with_a_token_without_roles_is_ambiguous()
    {
        Assert.Equal(Default, await RoleAsync(Mapping("Token", "AuthenticatedRole"), new { }));
        await DeniedAsync(Mapping("Token", "Deny"), new { }, null, Denied);
    }

    [Fact]
    public async Task Custom_role_must_be_among_the_tokens_roles()
    {
        Assert.Equal(B, await RoleAsync(Mapping("Token", "Deny"), Roles(A, A, B), B));
        await DeniedAsync(Mapping("Token", "Deny"), Roles(A, A), B, "CustomRoleArn is not a role that the token allows.");
    }

    [Fact]
    public async Task Custom_role_without_a_mapping_of_type_token_is_refused()
    {
        await DeniedAsync("", Roles(A, A), A, "CustomRoleArn is not a role that the token allows.");
        await DeniedAsync(
            Mapping("Rules", "Deny", Rule("sub", "Equals", "user", A)), Roles(A, A), A,
            "CustomRoleArn is not a role that the token allows.");
    }

    [Fact]
    public async Task Provider_without_a_mapping_gets_the_authenticated_role() =>
        Assert.Equal(Default, await RoleAsync("", Roles(A, A)));

    [Fact]
    public async Task Mapping_of_the_app_client_goes_before_that_of_the_user_pool()
    {
        var forClient = Mapping("Rules", "Deny", Rule("sub", "Equals", "user", B));
        var forPool = Mapping("Rules", "Deny", Rule("sub", "Equals", "user", A))
            .Replace($"{UserPool}:client", UserPool, StringComparison.Ordinal);
        Assert.Equal(A, await RoleAsync(forPool, new { }));
        Assert.Equal(B, await RoleAsync($"{forPool},{forClient}", new { }));
    }

    [Theory]
    [InlineData("""{"Type":"Token"}""", "AmbiguousRoleResolution is required for the role mapping type Token.")]
    [InlineData("""{"Type":"Rules","AmbiguousRoleResolution":"Deny"}""", "RulesConfiguration is required for the role mapping type Rules.")]
    public async Task Mapping_that_lacks_what_its_type_needs_is_refused(string mapping, string message)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await CreatePoolAsync(service);
        (await SetAsync(service, pool, $"\"{UserPool}:client\":{mapping}")).IsError("InvalidParameterException", message);
    }

    [Fact]
    public async Task Mapping_of_a_provider_that_the_pool_does_not_have_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await CreatePoolAsync(service);
        (await SetAsync(service, pool, "\"other.example\":{\"Type\":\"Token\",\"AmbiguousRoleResolution\":\"Deny\"}")).IsError(
            "InvalidParameterException", "other.example is not a valid RoleMapping ProviderName or is not a configured provider.");
    }

    [Fact]
    public async Task Role_of_another_kind_than_the_two_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await CreatePoolAsync(service);
        var response =
            await service.CallAsync("SetIdentityPoolRoles", $$$"""{"IdentityPoolId":"{{{pool}}}","Roles":{"admin":"{{{A}}}"}}""");
        Assert.Equal("InvalidParameterException", response.ErrorCode);
    }

    [Fact]
    public async Task Roles_are_returned_as_they_were_set_and_left_out_before()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await CreatePoolAsync(service);
        var get = $$"""{"IdentityPoolId":"{{pool}}"}""";
        Assert.Equal(get, (await service.CallAsync("GetIdentityPoolRoles", get)).Ok().Body);

        Assert.Equal("", (await SetAsync(service, pool, Mapping("Rules", "Deny", Rule("level", "Equals", "7", A)))).Ok().Body);

        Assert.Equal(
            $$$$$"""{"IdentityPoolId":"{{{{{pool}}}}}","Roles":{"authenticated":"{{{{{Default}}}}}"},"RoleMappings":{"{{{{{UserPool}}}}}:client":{"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[{"Claim":"level","MatchType":"Equals","RoleARN":"{{{{{A}}}}}","Value":"7"}]}}}}""",
            (await service.CallAsync("GetIdentityPoolRoles", get)).Ok().Body);
    }

    [Fact]
    public async Task Classic_flow_with_role_mappings_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await CreatePoolAsync(service);
        var guest = await service.GetIdAsync(pool);
        (await SetAsync(service, pool, Mapping("Token", "Deny"))).Ok();
        (await service.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{guest}}"}""")).IsError(
            "InvalidParameterException", "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.");
    }

    private static Dictionary<string, object> Roles(string? preferred, params string[] roles)
    {
        var claims = new Dictionary<string, object> { ["cognito:roles"] = roles };
        if (preferred is not null)
        {
            claims["cognito:preferred_role"] = preferred;
        }

        return claims;
    }

    private static string Rule(string claim, string matchType, string value, string role) =>
        $$"""{"Claim":"{{claim}}","MatchType":"{{matchType}}","Value":"{{value}}","RoleARN":"{{role}}"}""";

    private static string Mapping(string type, string resolution, params string[] rules)
    {
        var configuration = rules.Length == 0 ? "" : $$$""","RulesConfiguration":{"Rules":[{{{string.Join(',', rules)}}}]}""";
        return $$"""
            "{{UserPool}}:client":{"Type":"{{type}}","AmbiguousRoleResolution":"{{resolution}}"{{configuration}}}
            """;
    }

    private static Task<string> CreatePoolAsync(TestEmulator service) =>
        service.CreatePoolAsync($$"""
            "CognitoIdentityProviders":[{"ProviderName":"{{UserPool}}","ClientId":"client"}]
            """);

    private static Task<EmulatorResponse> SetAsync(TestEmulator service, string pool, string mappings) => service.CallAsync(
        "SetIdentityPoolRoles",
        "{\"IdentityPoolId\":\"" + pool + "\",\"Roles\":{\"authenticated\":\"" + Default + "\"},\"RoleMappings\":{" + mappings + "}}");

    private static async Task<string> RoleAsync(string mappings, object claims, string? customRole = null)
    {
        var response = await CredentialsAsync(mappings, claims, customRole);
        return IssuedSession.Read(response.Ok().Json.GetProperty("Credentials").GetProperty("SessionToken").GetString()!).RoleArn;
    }

    private static async Task DeniedAsync(string mappings, object claims, string? customRole, string message) =>
        (await CredentialsAsync(mappings, claims, customRole)).IsError("NotAuthorizedException", message);

    private static async Task<EmulatorResponse> CredentialsAsync(string mappings, object claims, string? customRole)
    {
        await using var service = await TestEmulator.StartAsync();
        var tokens = JwtKey.Provider;
        var pool = await CreatePoolAsync(service);
        (await SetAsync(service, pool, mappings)).Ok();
        var logins = $$"""{"{{UserPool}}":"{{tokens.Sign("https://" + UserPool, "client", "user", service.Now, claims)}}"}""";
        var id = await service.GetIdAsync(pool, logins);
        var custom = customRole is null ? "" : $",\"CustomRoleArn\":\"{customRole}\"";
        return await service.CallAsync("GetCredentialsForIdentity", "{\"IdentityId\":\"" + id + "\",\"Logins\":" + logins + custom + "}");
    }
}
