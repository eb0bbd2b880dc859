using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>
/// The places that an operation, a data type or an enum needs, derived from its contract, each with the step of the recipe that fills it.
/// </summary>
/// <param name="Recipe">The recipe, as in docs/contributing/adding-an-operation.md.</param>
/// <param name="Step">The step of the recipe.</param>
/// <param name="Path">The file.</param>
/// <param name="Text">What the file has to have; null if it only has to exist.</param>
internal sealed record OperationPlace(string Recipe, int Step, string Path, string? Text)
{
    private const string OperationRecipe = "docs/contributing/adding-an-operation.md";
    private const string MemberRecipe = "docs/contributing/adding-a-member.md";
    private const string Client = "src/CognitoIdentityClient/";
    private const string Emulator = "src/CognitoIdentityClient.Testing/";
    private const string Tests = "tests/CognitoIdentityClient.Tests/";

    private static readonly string[] Samples = [".sample.request.json", ".sample.response.json"];

    public bool IsFilled => Repository.Has(Path) && (Text is null || HasWhole(Repository.Read(Path), Text));

    public static IEnumerable<OperationPlace> ForOperation(string name)
    {
        var contract = Contract.Instance.Operations[name];
        string[] records = Shape.ResponseName(name) == name + "Response" ? [name + "Request", name + "Response"] : [name + "Request"];
        var golden = $"{Tests}Operations/Golden/{name}";
        (int Step, string Path, string? Text)[] places =
        [
            .. records.Select(record => (2, $"{Client}Operations/{name}.cs", $"record {record}")),
            (2, $"{Client}Operations/{name}.cs", "Operation { get; }"),
            .. records.Select(record => (3, $"{Client}Serialization/CognitoIdentityJsonContext.cs", $"typeof({record})")),
            .. records.Select(record => (3, "tests/CognitoIdentityClient.PublicApi.Tests/ApplicationJsonContext.cs", $"typeof({record})")),
            (4, $"{Client}ICognitoIdentityClient.cs", $"{name}Async("),
            (4, $"{Client}CognitoIdentityClient.cs", $"{name}Async("),
            (5, $"{Tests}Operations/{name}Tests.cs", $"class {name}Tests"),
            (5, golden + ".request.json", null),
            (5, golden + ".response.json", null),
            (5, "tests/Shared/Client/Calls.cs", $"[\"{name}\"]"),
            (6, $"{Emulator}Operations/{name}.cs", $"class {name}"),
            (6, $"{Emulator}Operations/OperationTable.cs", $"{name}.Operation"),
            (6, $"{Emulator}Contract/RequestContract.cs", $"[\"{name}\"]"),
            (6, $"{Emulator}Control/ExchangeSummary.cs", $"[\"{name}\"]"),
            (7, "tests/CognitoIdentityClient.Testing.Tests/OtherSdks/story.py", $"\"{name}\""),
            (7, "tests/CognitoIdentityClient.Soak/SoakCaller.cs", $"\"{name}\""),
            (8, "docs/guides/retries.md", $"| `{name}` |"),
            (8, "docs/guides/iam-permissions.md", $"| {name} |"),
            .. (contract.SampleTargets.Count > 0 ? Samples : []).Select(sample => (5, golden + sample, (string?)null)),
            .. Classified(8, name + "Request", contract.Request),
            .. records.Length > 1 ? Classified(8, name + "Response", contract.Response) : [],
        ];
        return places.OrderBy(place => place.Step).Select(place => new OperationPlace(OperationRecipe, place.Step, place.Path, place.Text));
    }

    /// <summary>Returns the places of a data type.</summary>
    public static IEnumerable<OperationPlace> ForDataType(string name) =>
        Classified(3, name, Contract.Instance.DataTypes[name].Members).Prepend((2, $"{Client}Models/{name}.cs", $"record {name}"))
            .Select(((int Step, string Path, string? Text) place) => new OperationPlace(MemberRecipe, place.Step, place.Path, place.Text));

    /// <summary>Returns the places of an enum.</summary>
    /// <param name="name">The member that has the enum, as in <c>RoleMapping.Type</c>.</param>
    public static IEnumerable<OperationPlace> ForEnum(string name) =>
        [new(MemberRecipe, 2, $"{Tests}Conventions/EnumConventions.cs", $"[\"{name}\"]")];

    public override string ToString() => $"{Path}{(Text is null ? "" : $": '{Text}'")}, step {Step} of {Recipe}";

    // GetId is no part of GetIdentityPoolRoles.
    private static bool HasWhole(string content, string text) => Regex.IsMatch(
        content, $"{(char.IsLetter(text[0]) ? @"\b" : "")}{Regex.Escape(text)}{(char.IsLetter(text[^1]) ? @"\b" : "")}");

    private static IEnumerable<(int Step, string Path, string? Text)> Classified(
        int step, string record, IEnumerable<MemberContract> members) =>
        members.Any(CanHoldText) ? [(step, $"{Tests}Diagnostics/secret-members.txt", $"{record}:")] : [];

    private static bool CanHoldText(MemberContract member) =>
        member.Enum is null && (member.Type is "String" or "Array of strings" || member.Type.EndsWith(" map", StringComparison.Ordinal));
}
