using System.Net;
using System.Text;

namespace CognitoIdentity.Testing;

/// <summary>
/// A request of the query protocol, which STS speaks: parameters as a form or in the query string
/// (https://docs.aws.amazon.com/STS/latest/APIReference/CommonParameters.html).
/// </summary>
internal static class QueryRequest
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>
    /// Returns whether the request speaks the query protocol, at whatever path: a path that is not served is refused in that protocol too.
    /// </summary>
    public static bool IsOn(ServiceRequest request) => request.Method switch
    {
        // Other protocols have forms as well, such as OAuth; without an action only the path tells.
        "POST" => string.Equals(request.MediaType, Form, StringComparison.OrdinalIgnoreCase)
            && (request.Path == "/" || HasAction(request.Body.Span)),
        "GET" => HasAction(Encoding.UTF8.GetBytes(request.Query)),
        _ => false,
    };

    /// <summary>Returns the action, if the emulator has it; null for another or none.</summary>
    public static string? OperationName(ServiceRequest request) =>
        Parameters(request).GetValueOrDefault("Action") is AssumeRoleWithWebIdentity.Name ? AssumeRoleWithWebIdentity.Name : null;

    /// <summary>Returns the parameters by name; of two with one name the last counts.</summary>
    public static IReadOnlyDictionary<string, string> Parameters(ServiceRequest request)
    {
        // A body over the limit is refused later, and not read here.
        var text = request.Method == "GET" ? request.Query
            : request.Body.Length > EmulatorCore.MaxBodyBytes ? ""
            : Encoding.UTF8.GetString(request.Body.Span);
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            parameters[WebUtility.UrlDecode(parts[0])] = parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : "";
        }

        return parameters;
    }

    private static bool HasAction(ReadOnlySpan<byte> parameters) =>
        parameters.StartsWith("Action="u8) || parameters.IndexOf("&Action="u8) >= 0;
}
