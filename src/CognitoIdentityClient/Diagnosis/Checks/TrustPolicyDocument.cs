using System.Text.Json;

namespace CognitoIdentity;

/// <summary>A condition of a statement: an operator, a key and the values of which one has to fit.</summary>
internal sealed record TrustCondition(string Operator, string Key, IReadOnlyList<string> Values);

/// <summary>A statement of a trust policy.</summary>
/// <param name="Path">The place of the statement in the policy.</param>
/// <param name="IsAllow">Whether it allows; otherwise it denies.</param>
/// <param name="Federated">The federated principals; null if the statement is not about principals that can be compared.</param>
/// <param name="Actions">The actions.</param>
/// <param name="IsNotAction">Whether the statement is about all actions but these.</param>
/// <param name="Conditions">The conditions, which all have to hold.</param>
internal sealed record TrustStatement(
    string Path,
    bool IsAllow,
    IReadOnlyList<string>? Federated,
    IReadOnlyList<string> Actions,
    bool IsNotAction,
    IReadOnlyList<TrustCondition> Conditions);

/// <summary>Reads the trust policy of a role.</summary>
/// <remarks>
/// See the <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar of IAM policies</see>.
/// </remarks>
internal static class TrustPolicyDocument
{
    private const string Anyone = "*";

    /// <returns>The statements; null if the text is not a policy.</returns>
    public static IReadOnlyList<TrustStatement>? Read(string text)
    {
        try
        {
            // IAM's GetRole returns the document URL-encoded.
            using var document = JsonDocument.Parse(text.TrimStart().StartsWith('%') ? Uri.UnescapeDataString(text) : text);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("Statement", out var all))
            {
                return null;
            }

            // Materialized before the document is disposed.
            return all.ValueKind == JsonValueKind.Array
                ? [.. all.EnumerateArray().Select((statement, index) => ReadStatement(statement, $"Statement[{index}]"))]
                : [ReadStatement(all, "Statement")];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <exception cref="InvalidOperationException">A member has another JSON type than a policy's.</exception>
    private static TrustStatement ReadStatement(JsonElement statement, string path)
    {
        var isNotAction = statement.TryGetProperty("NotAction", out var notAction);
        return new(
            path,
            statement.TryGetProperty("Effect", out var effect) && effect.GetString() == "Allow",
            ReadFederated(statement),
            isNotAction ? Texts(notAction) : statement.TryGetProperty("Action", out var action) ? Texts(action) : [],
            isNotAction,
            statement.TryGetProperty("Condition", out var conditions) ? [.. ReadConditions(conditions)] : []);
    }

    // A statement for everybody, or for everybody but some, is IAM's to judge.
    private static IReadOnlyList<string>? ReadFederated(JsonElement statement)
    {
        if (!statement.TryGetProperty("Principal", out var principal) || principal.ValueKind == JsonValueKind.String)
        {
            return null;
        }

        var isForAnyone = principal.EnumerateObject().Any(kind => Texts(kind.Value).Contains(Anyone));
        return isForAnyone ? null : principal.TryGetProperty("Federated", out var federated) ? Texts(federated) : [];
    }

    private static IEnumerable<TrustCondition> ReadConditions(JsonElement conditions) =>
        from operation in conditions.EnumerateObject()
        from key in operation.Value.EnumerateObject()
        select new TrustCondition(operation.Name, key.Name, Texts(key.Value));

    // Booleans and numbers are written without quotes, too.
    private static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)];

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
