using System.Text.Json;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>The service's contract, parsed from the API reference: every operation, type, member, enum and error (contract.json).</summary>
internal sealed record Contract(
    IReadOnlyDictionary<string, OperationContract> Operations,
    IReadOnlyDictionary<string, DataTypeContract> DataTypes,
    IReadOnlyDictionary<string, string[]> Enums,
    IReadOnlyDictionary<string, JsonElement> Errors,
    IReadOnlyList<CommonErrorContract> CommonErrors)
{
    public static Contract Instance { get; } = JsonSerializer.Deserialize<Contract>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Conventions", "contract.json")),
        JsonSerializerOptions.Web)!;

    public static TheoryData<string> OperationNames { get; } = new(Instance.Operations.Keys);
}

internal sealed record OperationContract(
    string Auth,
    IReadOnlyList<MemberContract> Request,
    IReadOnlyList<MemberContract> Response,
    JsonElement RequestSyntax,
    JsonElement? ResponseSyntax,
    bool EmptyResponseBody,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> SampleTargets)
{
    public bool IsSigned => Auth == "sigv4";
}

internal sealed record DataTypeContract(IReadOnlyList<MemberContract> Members);

/// <summary>A member; in responses the API reference does not say whether it is required.</summary>
internal sealed record MemberContract(string Name, string Type, bool? Required, IReadOnlyList<string>? Enum)
{
    /// <summary>Of a text, or of each text in a list, as are the greatest length and the pattern.</summary>
    public int? Min { get; init; }

    public int? Max { get; init; }

    public string? Pattern { get; init; }

    public long? MinValue { get; init; }

    public long? MaxValue { get; init; }

    public int? ItemsMin { get; init; }

    public int? ItemsMax { get; init; }

    public int? KeyMin { get; init; }

    public int? KeyMax { get; init; }

    public string? KeyPattern { get; init; }

    public int? ValueMin { get; init; }

    public int? ValueMax { get; init; }

    public string? ValuePattern { get; init; }
}

internal sealed record CommonErrorContract(string Name);
