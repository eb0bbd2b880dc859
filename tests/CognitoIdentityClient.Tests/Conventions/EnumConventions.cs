using System.Reflection;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>The known values of the extensible enums.</summary>
public sealed class EnumConventions
{
    /// <summary>The type of each member that has an enum in the contract.</summary>
    internal static IReadOnlyDictionary<string, Type> Types { get; } = new Dictionary<string, Type>
    {
        ["MappingRule.MatchType"] = typeof(MappingRuleMatchType),
        ["RoleMapping.AmbiguousRoleResolution"] = typeof(AmbiguousRoleResolutionType),
        ["RoleMapping.Type"] = typeof(RoleMappingType),
        ["UnprocessedIdentityId.ErrorCode"] = typeof(UnprocessedIdentityErrorCode),
    };

    // A new enum of the contract needs a type of its own, and its members' types are compared with it.
    [Fact]
    public void Contract_has_no_enum_without_a_type() => Assert.Equal(Contract.Instance.Enums.Keys.Order(), Types.Keys.Order());

    // The texts go to the wire as they are, and no compiler checks them.
    [Fact]
    public void Known_values_are_the_contracts()
    {
        Assert.All(Contract.Instance.Enums, known => Assert.Equal(known.Value.Order(), KnownValues(Types[known.Key]).Order()));
        Assert.Equal(["authenticated", "unauthenticated"], KnownValues(typeof(RoleType)).Order());
    }

    // Only "Equals" cannot be a static member under its own name.
    [Fact]
    public void Known_values_have_the_name_of_their_text() => Assert.All(Types.Values.Append(typeof(RoleType)), type => Assert.All(
        Statics(type),
        property => Assert.Equal(
            property.GetValue(null)!.ToString(),
            property.Name == nameof(MappingRuleMatchType.Equal) ? "Equals" : property.Name,
            ignoreCase: true)));

    private static IEnumerable<string?> KnownValues(Type type) => Statics(type).Select(property => property.GetValue(null)!.ToString());

    private static PropertyInfo[] Statics(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Static);
}
