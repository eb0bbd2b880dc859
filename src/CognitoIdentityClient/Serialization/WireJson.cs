using System.Text.Encodings.Web;
using System.Text.Json;

namespace CognitoIdentity;

/// <summary>The JSON context with the options of the wire.</summary>
internal static class WireJson
{
    /// <summary>Text that is not ASCII stays as it is, which is shorter, and safe since no body becomes HTML.</summary>
    public static CognitoIdentityJsonContext Context { get; } =
        new(new JsonSerializerOptions(
            CognitoIdentityJsonContext.Default.Options)
        { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
