namespace CognitoIdentity.Tests.Conventions;

/// <summary>An operation, a data type or an enum of the contract is complete when every place that it needs is filled.</summary>
public sealed class OperationPlaceTests
{
    public static TheoryData<string> DataTypes => [.. Contract.Instance.DataTypes.Keys];

    public static TheoryData<string> Enums => [.. Contract.Instance.Enums.Keys];

    // The failure lists the places that an operation added to contract.json still needs, in the order of the recipe.
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Operation_is_in_every_place_that_it_needs(string operation) =>
        AssertFilled(operation, OperationPlace.ForOperation(operation));

    [Theory]
    [MemberData(nameof(DataTypes))]
    public void Data_type_is_in_every_place_that_it_needs(string type) => AssertFilled(type, OperationPlace.ForDataType(type));

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_is_in_every_place_that_it_needs(string member) => AssertFilled(member, OperationPlace.ForEnum(member));

    private static void AssertFilled(string name, IEnumerable<OperationPlace> places)
    {
        var missing = places.Where(place => !place.IsFilled).ToList();

        Assert.True(missing.Count == 0, $"{name} is missing in:{Environment.NewLine}{string.Join(Environment.NewLine, missing)}");
    }
}
