using CognitoIdentity.Tests.Support;

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
        var name = code.EndsWith(Suffix, StringComparison.Ordinal) ? code : code + Suffix;
        var type = typeof(CognitoIdentityException).Assembly.GetType("CognitoIdentity." + name);

        Assert.True(type is not null, $"Errors/Modelled has no class {name}, step 2 of docs/contributing/adding-an-error.md.");
        Assert.True(type.IsSealed);
        Assert.True(type.IsSubclassOf(typeof(CognitoIdentityException)));
        Assert.True(
            ExceptionFactory.Create(code, message: null).GetType() == type,
            $"ExceptionFactory.cs lacks {code}, step 3 of docs/contributing/adding-an-error.md.");
    }

    [Fact]
    public void Contract_has_every_error_of_its_operations_and_every_class_of_one()
    {
        var folder = "src/CognitoIdentityClient/Errors/Modelled";
        var missing = Contract.Instance.Operations.Values.SelectMany(operation => operation.Errors)
            .Concat(Repository.Files(folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)!))
            .Except(Contract.Instance.Errors.Keys);

        Assert.True(!missing.Any(), $"contract.json lacks {string.Join(", ", missing)}, step 1 of docs/contributing/adding-an-error.md.");
    }

    // A test of a user throws them from a fake of the client.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Error_can_be_made_by_anybody(string code) =>
        Assert.NotNull(ExceptionFactory.Create(code, message: null).GetType().GetConstructor([typeof(string), typeof(Exception)]));
}
