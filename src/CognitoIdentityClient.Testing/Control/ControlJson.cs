using System.Text.Json.Serialization;

namespace CognitoIdentity.Testing;

/// <summary>The JSON of the control API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
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
internal sealed partial class ControlJson : JsonSerializerContext;
