namespace CognitoIdentity.Tests.Conventions;

/// <summary>Users catch errors by type: every error that the API reference names has one.</summary>
public sealed class ErrorConventions
{
    public static TheoryData<string> Codes { get; } =
        new(Contract.Instance.Errors.Keys.Concat(Contract.Instance.CommonErrors.Select(error => error.Name)));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Error_has_a_sealed_class_of_its_name_that_its_code_gives(string code)
    {
        const string Suffix = "Exception";
        var type = Shape.PublicType(code.EndsWith(Suffix, StringComparison.Ordinal) ? code : code + Suffix);

        Assert.True(type.IsSealed);
        Assert.True(type.IsSubclassOf(typeof(CognitoIdentityException)));
        Assert.IsType(type, ExceptionFactory.Create(code, message: null));
    }

    [Fact]
    public void Operation_has_no_error_that_the_contract_lacks() => Assert.Empty(
        Contract.Instance.Operations.Values.SelectMany(operation => operation.Errors).Except(Contract.Instance.Errors.Keys));

    // A test of a user throws them from a fake of the client.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Error_can_be_made_by_anybody(string code) =>
        Assert.NotNull(ExceptionFactory.Create(code, message: null).GetType().GetConstructor([typeof(string), typeof(Exception)]));
}
