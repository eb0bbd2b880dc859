using System.Text.Json;
using System.Text.Json.Serialization;

namespace CognitoIdentity.Testing;

/// <summary>The JSON of the control API.</summary>
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(SeededDocument))]
[JsonSerializable(typeof(ExchangeListDocument))]
[JsonSerializable(typeof(ExchangeDetailsDocument))]
[JsonSerializable(typeof(WaitDocument))]
[JsonSerializable(typeof(StateEventDocument))]
[JsonSerializable(typeof(FaultDocument))]
[JsonSerializable(typeof(FaultListDocument))]
[JsonSerializable(typeof(ClockDocument))]
[JsonSerializable(typeof(PoolDocument))]
[JsonSerializable(typeof(PoolListDocument))]
[JsonSerializable(typeof(IdentityListDocument))]
[JsonSerializable(typeof(IdentityDetailsDocument))]
[JsonSerializable(typeof(TokenDocument))]
[JsonSerializable(typeof(IssuedSession))]
internal sealed partial class ControlJson : JsonSerializerContext
{
    /// <summary>The context to use: it writes quotation marks and letters of all languages as they are, for people who read it.</summary>
    public static ControlJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = MinimalJsonEncoder.Instance,
    });
}
