using System.Reflection;
using System.Runtime.CompilerServices;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>Records are written by hand; these tests compare each with the contract, member by member.</summary>
public sealed class ModelConventions
{
    /// <summary>Members that the API reference does not call required, but without which a success means nothing.</summary>
    private static readonly string[] NeededOnArrival =
    [
        "Credentials.AccessKeyId",
        "Credentials.Expiration",
        "Credentials.SecretKey",
        "Credentials.SessionToken",
        "GetCredentialsForIdentityResponse.Credentials",
        "GetIdResponse.IdentityId",
        "GetOpenIdTokenForDeveloperIdentityResponse.Token",
        "GetOpenIdTokenResponse.Token",
        "IdentityPool.IdentityPoolId",
        "IdentityPool.IdentityPoolName",
        "MergeDeveloperIdentitiesResponse.IdentityId",
    ];

    // Equality and printing of a record cover exactly its own members only if no type can derive from it.
    [Theory]
    [MemberData(nameof(Shape.Names), MemberType = typeof(Shape))]
    public void Record_is_sealed(string name) => Assert.True(Shape.All[name].Type.IsSealed);

    // The API reference's spelling, in C# and in JSON: a misspelled member is silently never sent or never read.
    [Theory]
    [MemberData(nameof(Shape.Names), MemberType = typeof(Shape))]
    public void Members_are_the_contracts_and_no_others(string name)
    {
        var (type, members) = Shape.All[name];
        var expected = members.Select(member => member.Name).Order(StringComparer.Ordinal).ToList();
        var missing = string.Join(", ", expected.Except(Properties(type).Select(property => property.Name)));

        Assert.True(missing.Length == 0, $"{name} has no init property {missing}, step 2 of docs/contributing/adding-a-member.md.");
        Assert.Equal(expected, Properties(type).Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            expected,
            WireJson.Context.GetTypeInfo(type)!.Properties.Where(json => json.Get is not null || json.Set is not null)
                .Select(json => json.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shape.Names), MemberType = typeof(Shape))]
    public void Member_has_the_type_of_the_contract(string name)
    {
        var (type, members) = Shape.All[name];
        Assert.All(members, member =>
        {
            var actual = type.GetProperty(member.Name)!.PropertyType;
            Assert.Equal(ExpectedType(type, member), Nullable.GetUnderlyingType(actual) ?? actual);
        });
    }

    // The compiler tells a caller what the service would refuse a request for, and the reader what a response must not lack.
    [Theory]
    [MemberData(nameof(Shape.Names), MemberType = typeof(Shape))]
    public void Member_is_required_only_if_the_contract_says_so(string name)
    {
        var (type, members) = Shape.All[name];
        Assert.All(members, member => Assert.Equal(
            member.Required is true || NeededOnArrival.Contains($"{name}.{member.Name}"),
            type.GetProperty(member.Name)!.IsDefined(typeof(RequiredMemberAttribute))));
    }

    // A member that a caller leaves out must not be sent: a false or a 0 of its own would change the request's meaning.
    [Theory]
    [MemberData(nameof(Shape.RequestNames), MemberType = typeof(Shape))]
    public void Member_of_a_request_is_nullable_unless_it_is_required(string name)
    {
        var (type, members) = Shape.All[name];
        var nullability = new NullabilityInfoContext();
        Assert.All(members, member => Assert.Equal(
            member.Required is true ? NullabilityState.NotNull : NullabilityState.Nullable,
            nullability.Create(type.GetProperty(member.Name)!).ReadState));
    }

    private static PropertyInfo[] Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static Type ExpectedType(Type type, MemberContract member)
    {
        if (EnumConventions.Types.TryGetValue($"{type.Name}.{member.Name}", out var enumType))
        {
            return enumType;
        }

        return member.Type.Split(' ') switch
        {
            ["String"] => typeof(string),
            ["Boolean"] => typeof(bool),
            ["Integer"] => typeof(int),
            ["Long"] => typeof(long),
            ["Timestamp"] => typeof(DateTimeOffset),
            ["Array", "of", "strings"] => typeof(IReadOnlyList<string>),
            ["Array", "of", var element, "objects"] => typeof(IReadOnlyList<>).MakeGenericType(Shape.PublicType(element)),
            ["String", "to", "string", "map"] when member.Name == "Roles" => typeof(IReadOnlyDictionary<RoleType, string>),
            ["String", "to", "string", "map"] => typeof(IReadOnlyDictionary<string, string>),
            ["String", "to", var value, "object", "map"] =>
                typeof(IReadOnlyDictionary<,>).MakeGenericType(typeof(string), Shape.PublicType(value)),
            [var name, "object"] => Shape.PublicType(name),
            _ => throw new InvalidOperationException($"No C# type is known for '{member.Type}'."),
        };
    }
}
