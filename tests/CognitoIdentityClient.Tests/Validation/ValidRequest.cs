using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoIdentity.Tests.Conventions;

namespace CognitoIdentity.Tests.Validation;

/// <summary>Requests with every member, made from the contract.</summary>
internal static class ValidRequest
{
    /// <summary>The key of every map, which is one of Roles too.</summary>
    public const string MapKey = "authenticated";

    public static JsonObject Json(string operation) => Object(Contract.Instance.Operations[operation].Request);

    public static object For(string operation) => FromJson(operation, Json(operation));

    public static object FromJson(string operation, JsonObject json) =>
        json.Deserialize(WireJson.Context.GetTypeInfo(Shape.RequestType(operation))!)!;

    /// <summary>A valid value.</summary>
    public static JsonNode Value(MemberContract member) => member.Type.Split(' ') switch
    {
        ["Boolean"] => JsonValue.Create(true),
        ["Integer" or "Long"] => JsonValue.Create(member.MinValue!.Value),
        ["String"] => JsonValue.Create(member.Enum?[^1] ?? Text(member.Min, member.Pattern)),
        ["Array", "of", "strings"] => new JsonArray(Text(member.Min, member.Pattern)),
        ["Array", "of", var type, "objects"] => new JsonArray(Object(type)),
        ["String", "to", "string", "map"] => new JsonObject { [MapKey] = Text(member.ValueMin, member.ValuePattern) },
        ["String", "to", var type, "object", "map"] => new JsonObject { [MapKey] = Object(type) },
        [var type, "object"] => Object(type),
        _ => throw new InvalidOperationException($"No value is known for '{member.Type}'."),
    };

    // No shorter than an id, and no longer than anything may be.
    private static string Text(int? min, string? pattern) => SampleText.WithLength(Math.Max(min ?? 0, 8), pattern);

    private static JsonObject Object(string type) => Object(Contract.Instance.DataTypes[type].Members);

    private static JsonObject Object(IEnumerable<MemberContract> members) =>
        new(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, Value(member))));
}
