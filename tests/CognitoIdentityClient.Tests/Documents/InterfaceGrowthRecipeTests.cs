using CognitoIdentity.Tests.Support;
using Microsoft.CodeAnalysis;

namespace CognitoIdentity.Tests.Documents;

/// <summary>
/// A fake that an application wrote for today's interface compiles against the interface with one operation more, as step 5 of
/// docs/contributing/adding-an-operation.md adds it.
/// </summary>
public sealed class InterfaceGrowthRecipeTests
{
    private const string Signature =
        "Task<GetIdResponse> GetNewThingAsync(GetIdRequest request, CancellationToken cancellationToken = default)";

    [Fact]
    public void Fake_compiles_when_the_new_operation_has_a_default_implementation() =>
        Assert.Empty(ErrorsWith($"{Signature} => throw new NotSupportedException(\"This client does not implement GetNewThing.\");"));

    // Otherwise the test above would pass although it compares nothing.
    [Fact]
    public void Fake_does_not_compile_when_the_new_operation_is_abstract() =>
        Assert.Contains("CS0535", Assert.Single(ErrorsWith($"{Signature};")), StringComparison.Ordinal);

    private static IReadOnlyList<string> ErrorsWith(string member)
    {
        var today = Repository.Read("src/CognitoIdentityClient/ICognitoIdentityClient.cs");
        var grown = today.Insert(today.LastIndexOf('}'), member);
        var fake = Repository.Read("tests/CognitoIdentityClient.PublicApi.Tests/FakeClient.cs")
            .Replace("FakeClient : ILaterClient", "FakeClient : ICognitoIdentityClient", StringComparison.Ordinal);

        // The interface of the source hides that of the referenced assembly.
        var compilation = DocumentCompiler.CompileProgram(new("FakeClient.cs", Line: 1, "csharp", fake, Reason: ""), grown);
        return DocumentCompiler.Errors(
            compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary)));
    }
}
