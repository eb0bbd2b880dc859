using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CognitoIdentity;

/// <summary>Writes the statement that a role's trust policy must contain.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">IAM roles</see> in the developer guide.
/// </remarks>
internal static class TrustPolicy
{
    public const string AssumeRole = "sts:AssumeRoleWithWebIdentity";
    public const string TagSession = "sts:TagSession";

    public static string KindOfUser(bool isGuest) => isGuest ? "unauthenticated" : "authenticated";

    /// <summary>Returns the principal that a role has to trust, as it stands in the policy.</summary>
    public static string FormatPrincipal(string serviceName) => $"\"Federated\": \"{serviceName}\"";

    /// <summary>Returns the condition for the pool, as it stands in the policy.</summary>
    public static string FormatAudience(string serviceName, string identityPoolId) =>
        $"\"{serviceName}:aud\": \"{Shown.Text(identityPoolId)}\"";

    /// <summary>Returns the condition for the kind of user, as it stands in the policy.</summary>
    public static string FormatKindOfUser(string serviceName, bool isGuest) => $"\"{serviceName}:amr\": \"{KindOfUser(isGuest)}\"";

    /// <param name="serviceName">The name of the service in the pool's partition.</param>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="isGuest">Whether the role is for guests.</param>
    /// <param name="hasTags">Whether the session gets principal tags.</param>
    public static string Write(string serviceName, string identityPoolId, bool isGuest, bool hasTags)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("Effect", "Allow");
            json.WriteStartObject("Principal");
            json.WriteString("Federated", serviceName);
            json.WriteEndObject();
            json.WriteStartArray("Action");
            json.WriteStringValue(AssumeRole);
            if (hasTags)
            {
                json.WriteStringValue(TagSession);
            }

            json.WriteEndArray();
            json.WriteStartObject("Condition");
            json.WriteStartObject("StringEquals");
            json.WriteString($"{serviceName}:aud", identityPoolId);
            json.WriteEndObject();
            json.WriteStartObject("ForAnyValue:StringLike");
            json.WriteString($"{serviceName}:amr", KindOfUser(isGuest));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length).ReplaceLineEndings("\n");
    }
}
