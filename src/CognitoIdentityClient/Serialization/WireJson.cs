using System.Text.Encodings.Web;
using System.Text.Json;

namespace CognitoIdentity;

/// <summary>The JSON context with the options of the wire.</summary>
internal static class WireJson
{
    /// <summary>The content type of requests and responses.</summary>
    public const string ContentType = "application/x-amz-json-1.1";

    /// <summary>Text that is not ASCII stays as it is, which is shorter, and safe since no body becomes HTML.</summary>
    public static CognitoIdentityJsonContext Context { get; } =
        new(new JsonSerializerOptions(
            CognitoIdentityJsonContext.Default.Options)
        { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
