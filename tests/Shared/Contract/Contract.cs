using System.Text.Json;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>The service's contract, parsed from the API reference: every operation, type, member, enum and error (contract.json).</summary>
public sealed record Contract(
    IReadOnlyDictionary<string, OperationContract> Operations,
    IReadOnlyDictionary<string, DataTypeContract> DataTypes,
    IReadOnlyDictionary<string, string[]> Enums,
    IReadOnlyDictionary<string, ErrorContract> Errors,
    IReadOnlyList<CommonErrorContract> CommonErrors)
{
    public static Contract Instance { get; } = Read();

    public static TheoryData<string> OperationNames { get; } = new(Instance.Operations.Keys);

    private static Contract Read()
    {
        using var json = typeof(Contract).Assembly.GetManifestResourceStream("contract.json")!;
        return JsonSerializer.Deserialize<Contract>(json, JsonSerializerOptions.Web)!;
    }
}

public sealed record OperationContract(
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

public sealed record DataTypeContract(IReadOnlyList<MemberContract> Members);

/// <summary>A member; in responses the API reference does not say whether it is required.</summary>
public sealed record MemberContract(string Name, string Type, bool? Required, IReadOnlyList<string>? Enum)
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

/// <summary>An error that operations of this service name.</summary>
public sealed record ErrorContract(int Status);

/// <summary>An error that any AWS service may return.</summary>
public sealed record CommonErrorContract(string Name, int Status);
