using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CognitoIdentity;

/// <summary>
/// The JSON of diagnoses, generated at compile time. Apart from the context of the wire, so that a call does not load it.
/// </summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(ReasonConverter)])]
[JsonSerializable(typeof(SignInDiagnosis))]
[JsonSerializable(typeof(IdentityPoolDiagnosis))]
internal sealed partial class DiagnosisJsonContext : JsonSerializerContext
{
    /// <summary>A reason as its name.</summary>
    internal sealed class ReasonConverter : JsonConverter<ErrorReason>
    {
        public override ErrorReason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, ErrorReason value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}

/// <summary>Writes diagnoses as JSON.</summary>
internal static class DiagnosisJson
{
    // People read it: quotes and letters beyond ASCII stay as they are.
    private static readonly JsonSerializerOptions Readable =
        new(DiagnosisJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(T diagnosis) => JsonSerializer.Serialize(diagnosis, (JsonTypeInfo<T>)Readable.GetTypeInfo(typeof(T)));
}
