namespace CognitoIdentity.Tests.Conventions;

/// <summary>An operation of the contract is complete when every place that it needs is filled.</summary>
public sealed class OperationPlaceTests
{
    // The failure lists the places that an operation added to contract.json still needs, in the order of the recipe.
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Operation_is_in_every_place_that_it_needs(string operation)
    {
        var missing = OperationPlace.For(operation).Where(place => !place.IsFilled)
            .Select(place => $"step {place.Step} of {OperationPlace.Recipe}: {place.Needed}");

        Assert.True(!missing.Any(), $"{operation} is not complete:{Environment.NewLine}{string.Join(Environment.NewLine, missing)}");
    }
}
