using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>The places that an operation needs, derived from its contract, each with the step of the recipe that fills it.</summary>
/// <param name="Step">The step of docs/contributing/adding-an-operation.md.</param>
/// <param name="Needed">The file, and what it has to have of the operation.</param>
/// <param name="IsFilled">Whether it is there.</param>
internal sealed record OperationPlace(int Step, string Needed, bool IsFilled)
{
    public const string Recipe = "docs/contributing/adding-an-operation.md";

    private const string Client = "src/CognitoIdentityClient/";
    private const string Emulator = "src/CognitoIdentityClient.Testing/";
    private const string Tests = "tests/CognitoIdentityClient.Tests/";

    public static IEnumerable<OperationPlace> For(string name)
    {
        var contract = Contract.Instance.Operations[name];
        var response = Shape.ResponseName(name);
        var golden = $"{Tests}Operations/Golden/{name}";

        yield return Text(2, $"{Client}Operations/{name}.cs", $"record {name}Request");
        yield return response == name + "Response"
            ? Text(2, $"{Client}Operations/{name}.cs", $"record {response}")
            : Text(2, $"{Client}Models/{response}.cs", $"record {response}");
        yield return Text(3, $"{Client}Operations/{name}.cs", " Operation { get; }");
        yield return Text(4, $"{Client}Serialization/CognitoIdentityJsonContext.cs", $"typeof({name}Request)");
        yield return Text(4, $"{Client}Serialization/CognitoIdentityJsonContext.cs", $"typeof({response})");
        yield return Text(5, $"{Client}ICognitoIdentityClient.cs", $" {name}Async(");
        yield return Text(6, $"{Client}CognitoIdentityClient.cs", $" {name}Async(");
        yield return File(7, golden + ".request.json");
        yield return File(7, golden + ".response.json");
        if (contract.SampleTargets.Count > 0)
        {
            yield return File(7, golden + ".sample.request.json");
            yield return File(7, golden + ".sample.response.json");
        }

        yield return Text(8, $"{Tests}Operations/{name}Tests.cs", $"class {name}Tests");
        yield return new(9, $"tests/Shared/Client/Calls.cs: a call in ByName", Calls.ByName.ContainsKey(name));
        yield return Text(10, $"{Emulator}Contract/RequestContract.cs", $"[\"{name}\"]");
        yield return Text(11, $"{Emulator}Operations/{name}.cs", $"class {name}");
        yield return Text(11, $"{Emulator}Operations/OperationTable.cs", $"{name}.Operation");
        yield return Text(11, $"{Emulator}Control/ExchangeSummary.cs", $"[\"{name}\"]");
        yield return Text(12, "tests/CognitoIdentityClient.Testing.Tests/OtherSdks/story.py", $"\"{name}\"");
        yield return Text(12, "tests/CognitoIdentityClient.Soak/SoakCaller.cs", $"\"{name}\"");
        yield return Text(13, "docs/guides/retries.md", $"`{name}`");
        yield return Text(13, "docs/guides/iam-permissions.md", name);
    }

    private static OperationPlace File(int step, string path) => new(step, path, Repository.Has(path));

    private static OperationPlace Text(int step, string path, string text) =>
        new(step, $"{path}: '{text.Trim()}'", Repository.Has(path) && Repository.Read(path).Contains(text, StringComparison.Ordinal));
}
