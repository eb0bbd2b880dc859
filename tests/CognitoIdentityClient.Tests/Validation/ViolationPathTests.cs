using CognitoIdentity.Tests.Operations;

namespace CognitoIdentity.Tests.Validation;

/// <summary>A violation names its member, and shows no value.</summary>
public sealed class ViolationPathTests : RequestValidationTest
{
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
    public void Message_names_the_first_20_mistakes_and_counts_the_others()
    {
        var exception = new RequestValidationException(
            Violations.In(new DeleteIdentitiesRequest { IdentityIdsToDelete = [.. Enumerable.Repeat("", 23)] }));

        Assert.Equal(23, exception.Violations.Count);
        Assert.StartsWith("The request was not sent, 23 mistakes in the request: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("IdentityIdsToDelete[19] is", exception.Message, StringComparison.Ordinal);
        Assert.Contains("allowed; and 3 more (see Violations).", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("IdentityIdsToDelete[20]", exception.Message, StringComparison.Ordinal);
    }
}
