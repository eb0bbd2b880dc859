using System.Reflection;
using CognitoIdentity.Tests.Conventions;

namespace CognitoIdentity.Tests.Validation;

/// <summary>Every constraint of the contract, by one value on each side of each limit.</summary>
public sealed class ConstraintTests
{
    public static TheoryData<string> RequiredMembers { get; } = new(ConstrainedMember.All.Values
        .Where(member => member.Contract.Required is true && member.Contract.Type is not ("Boolean" or "Integer")
            && member.Contract.Enum is null)
        .Select(member => member.Key));

    public static TheoryData<string> EnumMembers { get; } = new(ConstrainedMember.All.Values
        .Where(member => member.Contract.Enum is not null)
        .Select(member => member.Key));

    [Theory]
    [MemberData(nameof(LimitCase.Keys), MemberType = typeof(LimitCase))]
    public void Value_is_refused_only_beyond_the_limit(string key)
    {
        var limit = LimitCase.All[key];
        var violations = Violations.In(ValidRequest.FromJson(limit.Member.Operation, limit.Request));

        AssertRefused(
            limit.Member.Operation,
            limit.BrokenAt is null ? [] : [limit.BrokenAt],
            violations.Select(violation => violation.Path).Distinct());
    }

    // A filter that finds nothing would make the tests above pass.
    [Fact]
    public void Limit_of_the_contract_has_values_on_each_side()
    {
        var limited = ConstrainedMember.All.Values.Where(member => member.Contract.Enum is null
            && (member.Contract.Max ?? member.Contract.MaxValue ?? member.Contract.ItemsMax ?? member.Contract.ValueMax) is not null);

        Assert.All(limited, member =>
        {
            var cases = LimitCase.All.Values.Where(limit => limit.Member == member).ToList();
            Assert.Contains(cases, limit => limit.BrokenAt is null);
            Assert.Contains(cases, limit => limit.BrokenAt is not null);
        });
        Assert.NotEmpty(limited);
        Assert.NotEmpty(EnumMembers);
        Assert.NotEmpty(RequiredMembers);
    }

    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Request_with_every_member_valid_has_no_violations(string operation) =>
        Assert.Empty(Violations.In(ValidRequest.For(operation)));

    [Theory]
    [MemberData(nameof(RequiredMembers))]
    public void Required_member_that_is_null_is_named(string key)
    {
        var member = ConstrainedMember.All[key];
        var request = ValidRequest.For(member.Operation);
        SetToNull(request, member);

        // A list of rules that is null becomes an empty one.
        var constraint = member.Contract.Name == "Rules" ? "1 to 400 items" : "required";
        AssertRefused(
            member.Operation,
            [$"{member.Path} ({constraint})"],
            Violations.In(request).Select(violation => $"{violation.Path} ({violation.Constraint})"));
    }

    // The service may know values that this version does not: only no value at all is a mistake.
    [Theory]
    [MemberData(nameof(EnumMembers))]
    public void Open_enum_takes_unknown_values_and_refuses_none(string key)
    {
        var member = ConstrainedMember.All[key];

        Assert.Empty(In("NewOfTheService"));
        Assert.All(member.Contract.Enum!, value => Assert.Empty(In(value)));
        Assert.Equal([(member.Path, "required")], In("").Select(violation => (violation.Path, violation.Constraint)));

        IReadOnlyList<RequestViolation> In(string value) =>
            Violations.In(ValidRequest.FromJson(member.Operation, member.RequestWith(value)));
    }

    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void RequiredOnly_leaves_limits_to_the_service(string operation)
    {
        Assert.All(
            LimitCase.All.Values.Where(limit => limit.Member.Operation == operation),
            limit => Assert.Empty(Violations.In(ValidRequest.FromJson(operation, limit.Request), RequestValidation.RequiredOnly)));
    }

    [Theory]
    [MemberData(nameof(RequiredMembers))]
    public void RequiredOnly_finds_what_is_missing(string key)
    {
        var member = ConstrainedMember.All[key];
        var request = ValidRequest.For(member.Operation);
        SetToNull(request, member);

        Assert.Equal(
            member.Contract.Name == "Rules" ? [] : [member.Path],
            Violations.In(request, RequestValidation.RequiredOnly).Select(violation => violation.Path));
    }

    private static void AssertRefused(string operation, IReadOnlyList<string> expected, IEnumerable<string> refused) => Assert.True(
        expected.SequenceEqual(refused),
        $"Validate in {operation}.cs refuses [{string.Join(", ", refused)}], and the contract [{string.Join(", ", expected)}]: "
        + "step 2 of docs/contributing/adding-an-operation.md, step 3 of docs/contributing/adding-a-member.md.");

    private static void SetToNull(object request, ConstrainedMember member)
    {
        var target = request;
        foreach (var name in member.Path.Split('.')[..^1])
        {
            target = Property(target!, name.Split('[')[0]).GetValue(target);
            target = target switch
            {
                IReadOnlyDictionary<string, RoleMapping> mappings => mappings[ValidRequest.MapKey],
                System.Collections.IList list => list[0],
                _ => target,
            };
        }

        Property(target!, member.Contract.Name).SetValue(target, null);
    }

    private static PropertyInfo Property(object target, string name) => target.GetType().GetProperty(name)!;
}
