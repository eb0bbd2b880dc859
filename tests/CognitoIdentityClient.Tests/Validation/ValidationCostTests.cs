using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;

namespace CognitoIdentity.Tests.Validation;

/// <summary>Checking costs nothing that a caller would notice, and no input makes it slow.</summary>
public sealed class ValidationCostTests
{
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Valid_request_costs_no_allocation(string operation) => AssertNoAllocation((IValidatable)ValidRequest.For(operation));

    // Its token is decoded, to see that it is no access token.
    [Fact]
    public void Valid_request_with_a_user_pools_token_costs_no_allocation()
    {
        var token = TestToken.UserPool("id");

        AssertNoAllocation(new GetIdRequest
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { [Example.UserPool] = token },
        });
        AssertNoAllocation(new GetIdRequest
        {
            IdentityPoolId = Example.PoolId,
            Logins = Logins.FromJwt(token, TestToken.Clock),
        });
    }

    // 16,000 violations: the bytes allocated are a measure that does not depend on the machine's load.
    [Fact]
    public void Validation_of_the_largest_request_is_linear()
    {
        var few = BytesToRefuse(Request(mappings: 1, rules: 400, Broken));
        var many = BytesToRefuse(Request(mappings: 10, rules: 400, Broken));

        Assert.Equal(16_000, Violations.In(Request(mappings: 10, rules: 400, Broken)).Count);
        Assert.InRange(many, few, few * 12);
    }

    // Nothing grows with the request but the time of one pass over it, which the bytes cannot show: hours would mean more than one pass.
    [Fact]
    public async Task Validation_of_the_largest_valid_request_ends()
    {
        var longest = new MappingRule
        {
            Claim = new('\u00E9', 64),
            MatchType = MappingRuleMatchType.Contains,
            RoleARN = new('a', 2048),
            Value = new('a', 128),
        };
        var request = Request(mappings: 10, rules: 400, longest);

        Assert.Empty(await Task.Run(() => Violations.In(request)).WithinSafetyLimit());
    }

    // Texts that would make a backtracking regular expression run for hours.
    [Theory]
    [InlineData(":")]
    [InlineData("-")]
    [InlineData("a:")]
    [InlineData("\u0301")]
    public async Task Validation_of_hostile_text_ends(string repeated)
    {
        var hostile = string.Concat(Enumerable.Repeat(repeated, 1_000_000)) + "!";
        var request = new GetIdRequest
        {
            AccountId = hostile,
            IdentityPoolId = hostile,
            Logins = new Dictionary<string, string> { [hostile] = hostile, [Example.UserPool] = hostile },
        };

        Assert.NotEmpty(await Task.Run(() => Violations.In(request)).WithinSafetyLimit());
    }

    private static MappingRule Broken { get; } = new() { Claim = "", MatchType = default, RoleARN = "", Value = "" };

    private static SetIdentityPoolRolesRequest Request(int mappings, int rules, MappingRule rule) => new()
    {
        IdentityPoolId = Example.PoolId,
        Roles = GoldenRoles.Defaults,
        RoleMappings = Enumerable.Range(0, mappings).ToDictionary(
            i => $"provider-{i}",
            _ => new RoleMapping
            {
                Type = RoleMappingType.Rules,
                AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
                RulesConfiguration = new() { Rules = [.. Enumerable.Repeat(rule, rules)] },
            }),
    };

    private static long BytesToRefuse(object request)
    {
        Violations.In(request);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Violations.In(request);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertNoAllocation(IValidatable request)
    {
        // The first times make what is made once: constraints, pooled buffers.
        for (var i = 0; i < 3; i++)
        {
            Validate(request);
        }

        // The best of three rounds: a collection in between may take back a pooled buffer.
        var bytes = long.MaxValue;
        for (var round = 0; round < 3 && bytes > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Validate(request);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, bytes);
    }

    private static void Validate(IValidatable request)
    {
        var checker = new RequestChecker(RequestValidation.Full);
        request.Validate(ref checker);
        checker.ThrowIfAny("Test");
    }
}
