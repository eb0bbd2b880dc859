using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;

namespace CognitoIdentity.Tests.Validation;

/// <summary>The errors for invalid requests, and which requests are sent.</summary>
public sealed class RequestValidationTests
{
    private const string Secret = "secret-of-the-user";

    private readonly ScriptedHandler _service = ScriptedHandler.Responding("{}");
    private readonly TestCredentials _credentials = new();

    [Fact]
    public async Task Several_mistakes_are_reported_together_before_anything_is_sent()
    {
        var exception = await RefusedAsync(client => client.GetOpenIdTokenForDeveloperIdentityAsync(new()
        {
            IdentityPoolId = "",
            Logins = new Dictionary<string, string> { ["login.mycompany.myapp"] = "alice" },
            PrincipalTags = new Dictionary<string, string> { [new('k', 129)] = "value" },
            TokenDuration = 86_401,
        }));

        Assert.Equal(
            "GetOpenIdTokenForDeveloperIdentity was not sent, 3 mistakes in the request: "
            + "IdentityPoolId is 0 characters long; 1 to 55 are allowed; "
            + $"PrincipalTags[\"{new string('k', 32)}…\"] has a key that is 129 characters long; 1 to 128 are allowed; "
            + "TokenDuration is 86401; 1 to 86400 is allowed. (Parameter 'request')",
            exception.Message);
        Assert.Equal("request", exception.ParamName);
        Assert.Equal(
            ["1 to 55 characters", "1 to 128 characters", "1 to 86400"], exception.Violations.Select(violation => violation.Constraint));
        Assert.Empty(_service.Requests);
        Assert.Equal(0, _credentials.Asked);
    }

    [Fact]
    public async Task Empty_pool_id_and_page_size_of_61_are_reported_together()
    {
        var exception = await RefusedAsync(client => client.ListIdentitiesAsync(new() { IdentityPoolId = "", MaxResults = 61 }));

        Assert.Equal(["IdentityPoolId", "MaxResults"], exception.Violations.Select(violation => violation.Path));
        Assert.Contains("IdentityPoolId is 0 characters long", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MaxResults is 61", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Negative_number_is_reported_the_same_in_every_culture()
    {
        using var culture = new Support.OtherCulture();

        var exception = await RefusedAsync(client => client.ListIdentityPoolsAsync(new() { MaxResults = -61 }));

        Assert.Equal("MaxResults is -61; 1 to 60 is allowed", Assert.Single(exception.Violations).Message);
    }

    [Fact]
    public async Task Access_token_as_a_login_is_reported_before_anything_is_sent()
    {
        var exception = await RefusedAsync(client => client.GetIdAsync(new()
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { [Example.UserPool] = TestToken.UserPool("access") },
        }));

        Assert.Equal(
            $"Logins[\"{Example.UserPool}\"] is an access token; the user pool's ID token is needed",
            Assert.Single(exception.Violations).Message);
        Assert.Empty(_service.Requests);
    }

    [Theory]
    [InlineData("us-east-1_AbCdEf123")]
    [InlineData("us-gov-west-1_AbCdEf123")]
    public async Task Id_of_a_user_pool_is_reported_and_shown_before_anything_is_sent(string id)
    {
        var exception = await RefusedAsync(client => client.GetIdAsync(new() { IdentityPoolId = id }));

        Assert.Equal(
            $"IdentityPoolId is {id}, the id of a user pool; identity pools and their identities have ids of the form REGION:GUID",
            Assert.Single(exception.Violations).Message);
        Assert.Empty(_service.Requests);
    }

    // These are not the ids of user pools, so they may be secret.
    [Theory]
    [InlineData("secret_token")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJh_x.abc")]
    [InlineData("us-east-1_")]
    [InlineData("US-EAST-1_AbCdEf123")]
    public async Task Text_that_is_not_an_id_is_never_shown(string text)
    {
        var exception = await RefusedAsync(client => client.GetIdAsync(new() { IdentityPoolId = text }));

        Assert.DoesNotContain(text, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Id_of_another_region_than_the_clients_is_reported_and_shown_before_anything_is_sent()
    {
        const string Elsewhere = "eu-west-1:177a950c-2c08-43f0-9983-28727b447f80";
        var exception = await RefusedAsync(client => client.DeleteIdentitiesAsync(
            new() { IdentityIdsToDelete = [Example.IdentityId, Elsewhere] }));

        Assert.Equal(
            $"IdentityIdsToDelete[1] is {Elsewhere}, but the client is for the region us-east-1, where this id does not exist",
            Assert.Single(exception.Violations).Message);
        Assert.Empty(_service.Requests);
    }

    // A custom endpoint may serve any region, as an emulator does. The case of a region does not matter. An id without a GUID is a test's.
    [Theory]
    [InlineData("us-east-1", "http://127.0.0.1:1/", RequestValidation.Full)]
    [InlineData("EU-West-1", null, RequestValidation.Full)]
    [InlineData("fips-eu-west-1", null, RequestValidation.Full)]
    [InlineData("us-east-1", null, RequestValidation.RequiredOnly)]
    [InlineData("us-east-1", null, RequestValidation.Full, "eu-west-1:1")]
    public async Task Id_of_another_region_is_sent_where_it_may_be_right(
        string region, string? endpoint, RequestValidation validation, string id = "eu-west-1:177a950c-2c08-43f0-9983-28727b447f80")
    {
        var options = new CognitoIdentityClientOptions { Region = region, MaxAttempts = 1, RequestValidation = validation };
        options.Endpoint = endpoint is null ? null : new(endpoint);
        using var client = new CognitoIdentityClient(options, _service);

        await Assert.ThrowsAsync<InvalidResponseException>(() => client.GetIdAsync(new() { IdentityPoolId = id }));

        Assert.Single(_service.Requests);
    }

    [Theory]
    [InlineData("graph.facebook.com", "Bearer secret")]
    [InlineData("accounts.google.com", "bearer secret")]
    [InlineData(Example.UserPool, "BEARER secret")]
    [InlineData(Example.SamlProvider, "Bearer secret")]
    public async Task Prefix_of_a_header_in_a_login_is_reported_before_anything_is_sent(string provider, string token)
    {
        var exception = await RefusedAsync(client => client.GetIdAsync(new()
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { [provider] = token },
        }));

        Assert.Equal(
            $"Logins[\"{provider}\"] begins with \"Bearer \", which belongs to an HTTP header; pass only the token after it",
            Assert.Single(exception.Violations).Message);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(_service.Requests);
    }

    // The users of a developer provider may have any id. Only a token after the prefix is certainly a mistake.
    [Fact]
    public void Prefix_in_the_id_of_a_developer_providers_user_is_refused_before_a_token_only()
    {
        Assert.Empty(Violations.In(Request("Bearer Smith")));
        Assert.Equal("Logins[\"login.mycompany.myapp\"]", Assert.Single(Violations.In(Request($"Bearer {TestToken.UserPool("id")}"))).Path);

        static GetOpenIdTokenForDeveloperIdentityRequest Request(string userId) => new()
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { ["login.mycompany.myapp"] = userId },
        };
    }

    // The service decides which names a pool knows, but none begins with https://.
    [Fact]
    public void Key_of_a_login_that_begins_with_https_is_reported()
    {
        var request = new GetIdRequest
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { ["https://accounts.google.com"] = "t", ["Facebook"] = "t", ["google"] = "t" },
        };

        Assert.Equal(
            "Logins[\"https://accounts.google.com\"] has a key that begins with \"https://\"; a provider's name is its address without "
            + "that",
            Assert.Single(Violations.In(request)).Message);
        Assert.Empty(Violations.In(request, RequestValidation.RequiredOnly));
    }

    [Fact]
    public void Fake_can_throw_the_exception()
    {
        var inner = new InvalidOperationException();

        Assert.Equal("Bad. (Parameter 'request')", new RequestValidationException("Bad.").Message);
        Assert.Empty(new RequestValidationException("Bad.", inner).Violations);
        Assert.Same(inner, new RequestValidationException("Bad.", inner).InnerException);
    }

    [Fact]
    public async Task Access_token_of_a_provider_that_takes_them_is_sent()
    {
        using var client = CreateClient();
        await Assert.ThrowsAsync<InvalidResponseException>(() => client.GetIdAsync(new()
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { ["graph.facebook.com"] = TestToken.UserPool("access") },
        }));

        Assert.Single(_service.Requests);
    }

    [Fact]
    public void Path_leads_through_maps_lists_and_objects()
    {
        var rule = GoldenRoles.Rules[0];
        var request = new SetIdentityPoolRolesRequest
        {
            IdentityPoolId = Example.PoolId,
            Roles = GoldenRoles.Defaults,
            RoleMappings = new Dictionary<string, RoleMapping>
            {
                ["accounts.google.com"] = new()
                {
                    Type = RoleMappingType.Rules,
                    AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
                    RulesConfiguration = new() { Rules = [rule, rule, rule, rule with { Claim = "is admin" }] },
                },
            },
        };

        Assert.Equal(
            "RoleMappings[\"accounts.google.com\"].RulesConfiguration.Rules[3].Claim does not match the pattern "
            + @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+ (8 characters)",
            Assert.Single(Violations.In(request)).Message);
    }

    [Theory]
    [InlineData("Token", false, "AmbiguousRoleResolution is required for Type Token")]
    [InlineData("Rules", false, "AmbiguousRoleResolution is required for Type Rules", "RulesConfiguration is required for Type Rules")]
    [InlineData("Rules", true, "RulesConfiguration is required for Type Rules")]
    [InlineData("Token", true)]
    [InlineData("NewOfTheService", false)]
    public void RoleMapping_needs_what_its_type_needs(string type, bool hasResolution, params string[] messages)
    {
        var request = new SetIdentityPoolRolesRequest
        {
            IdentityPoolId = Example.PoolId,
            Roles = GoldenRoles.Defaults,
            RoleMappings = new Dictionary<string, RoleMapping>
            {
                ["p"] = new()
                {
                    Type = type,
                    AmbiguousRoleResolution = hasResolution ? AmbiguousRoleResolutionType.Deny : default(AmbiguousRoleResolutionType?)
                },
            },
        };

        Assert.Equal(messages.Select(message => $"RoleMappings[\"p\"].{message}"), Violations.In(request).Select(found => found.Message));
        Assert.Equal(messages.Length, Violations.In(request, RequestValidation.RequiredOnly).Count);
    }

    [Fact]
    public void LookupDeveloperIdentity_needs_an_identity_or_a_user()
    {
        var neither = new LookupDeveloperIdentityRequest { IdentityPoolId = Example.PoolId };

        Assert.Equal("IdentityId is required where DeveloperUserIdentifier is left out", Assert.Single(Violations.In(neither)).Message);
        Assert.Empty(Violations.In(neither with { IdentityId = Example.IdentityId }));
        Assert.Empty(Violations.In(neither with { DeveloperUserIdentifier = "alice" }));
    }

    [Fact]
    public void Nulls_in_collections_are_named()
    {
        var request = new UnlinkIdentityRequest
        {
            IdentityId = Example.IdentityId,
            Logins = new Dictionary<string, string> { ["accounts.google.com"] = null! },
            LoginsToRemove = ["accounts.google.com", null!],
        };

        Assert.Equal(
            ["Logins[\"accounts.google.com\"] is required", "LoginsToRemove[1] is required"],
            Violations.In(request).Select(violation => violation.Message));
    }

    // Maps of other types than Dictionary are enumerated by another branch.
    [Fact]
    public void Maps_of_any_kind_are_checked()
    {
        var tags = new SortedList<string, string> { ["a"] = new('v', 257), ["b"] = "" };

        Assert.Equal(
            "Tags[\"a\"]",
            Assert.Single(Violations.In(new TagResourceRequest { ResourceArn = Example.PoolArn, Tags = tags })).Path);
    }

    [Fact]
    public void Secret_values_are_never_shown()
    {
        var tooLong = string.Concat(Enumerable.Repeat(Secret, 3000));
        var request = new GetIdRequest
        {
            IdentityPoolId = Secret,
            Logins = new Dictionary<string, string> { ["accounts.google.com"] = tooLong, [new string('x', 40) + tooLong] = "" },
        };
        var exception = new RequestValidationException(Violations.In(request), "GetId");

        Assert.Equal(4, exception.Violations.Count);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.All(exception.Violations, violation => Assert.DoesNotContain(Secret, violation.ToString(), StringComparison.Ordinal));
        Assert.Contains("is 54000 characters long; 1 to 50000 are allowed", exception.Message, StringComparison.Ordinal);
    }

    // A key must not be able to forge a second line in a log.
    [Fact]
    public void Key_in_a_path_is_escaped() => Assert.Equal(
        "Tags[\"a\\\"]\\n\"]",
        Assert.Single(Violations.In(new TagResourceRequest
        {
            ResourceArn = Example.PoolArn,
            Tags = new Dictionary<string, string> { ["a\"]\n"] = new('v', 257) },
        })).Path);

    [Fact]
    public void Message_names_the_first20_mistakes_and_counts_the_others()
    {
        var exception = new RequestValidationException(
            Violations.In(new DeleteIdentitiesRequest { IdentityIdsToDelete = [.. Enumerable.Repeat("", 23)] }));

        Assert.Equal(23, exception.Violations.Count);
        Assert.StartsWith("The request was not sent, 23 mistakes in the request: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("IdentityIdsToDelete[19] is", exception.Message, StringComparison.Ordinal);
        Assert.Contains("allowed; and 3 more (see Violations).", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("IdentityIdsToDelete[20]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequiredOnly_sends_what_is_over_a_limit_and_refuses_what_is_missing()
    {
        using var client = CreateClient(RequestValidation.RequiredOnly);
        await client.ListIdentitiesAsync(new() { IdentityPoolId = "", MaxResults = 61 });

        Assert.Single(_service.Requests);
        await Assert.ThrowsAsync<RequestValidationException>(
            () => client.ListIdentitiesAsync(new() { IdentityPoolId = null!, MaxResults = 60 }));
        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task None_sends_whatever_the_request_has()
    {
        using var client = CreateClient(RequestValidation.None);
        await client.LookupDeveloperIdentityAsync(new() { IdentityPoolId = "", MaxResults = 0 });

        Assert.Single(_service.Requests);
    }

    [Fact]
    public void Level_that_does_not_exist_is_a_configuration_error()
    {
        var exception = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => CreateClient((RequestValidation)7));

        Assert.Contains("RequestValidation is 7; it has to be Full, RequiredOnly or None.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_without_violations_is_refused() =>
        Assert.Throws<ArgumentNullException>("violations", () => new RequestValidationException((IReadOnlyList<RequestViolation>)null!));

    private async Task<RequestValidationException> RefusedAsync(Func<CognitoIdentityClient, Task> call)
    {
        using var client = CreateClient();
        return await Assert.ThrowsAsync<RequestValidationException>(() => call(client));
    }

    // Full is the default.
    private CognitoIdentityClient CreateClient(RequestValidation? validation = null)
    {
        var options = new CognitoIdentityClientOptions { Region = "us-east-1", Credentials = _credentials, MaxAttempts = 1 };
        options.RequestValidation = validation ?? options.RequestValidation;
        return new(options, _service);
    }
}
