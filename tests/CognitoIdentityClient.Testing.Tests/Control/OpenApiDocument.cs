using System.Text.Json;

namespace CognitoIdentity.Testing.Tests.Control;

/// <summary>
/// The OpenAPI document of the control API, with the part of JSON Schema that it uses. It notes which members it has seen.
/// </summary>
internal sealed class OpenApiDocument(JsonElement document)
{
    private readonly HashSet<string> _seen = [];

    private JsonElement Schemas => document.GetProperty("components").GetProperty("schemas");

    /// <summary>The operations, each as <c>GET /health</c>, with their descriptions.</summary>
    public IReadOnlyDictionary<string, JsonElement> Operations { get; } = document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(
            operation => KeyValuePair.Create($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))
        .ToDictionary();

    /// <summary>The members of named schemas that no value had, each as <c>Fault.left</c>.</summary>
    public IEnumerable<string> Unseen => Schemas.EnumerateObject()
        .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject().Select(member => $"{schema.Name}.{member.Name}"))
        .Except(_seen);

    /// <summary>Returns the schema of the response with a status and a content type, or null if the document has none.</summary>
    public JsonElement? FindResponse(string operation, int status, string type)
    {
        var responses = Operations[operation].GetProperty("responses");
        var response = responses.TryGetProperty($"{status}", out var own) ? own : responses.GetProperty("default");
        if (response.TryGetProperty("$ref", out var reference))
        {
            response = document.GetProperty("components").GetProperty("responses").GetProperty(Name(reference));
        }

        return response.TryGetProperty("content", out var content) && content.TryGetProperty(type, out var body)
            ? body.GetProperty("schema")
            : null;
    }

    /// <summary>Returns the names of the members of a request's body; null for an operation without one.</summary>
    public IReadOnlyList<string>? FindBodyMembers(string operation) =>
        Operations[operation].TryGetProperty("requestBody", out var body)
        && body.GetProperty("content").GetProperty("application/json").GetProperty("schema").TryGetProperty("properties", out var members)
            ? [.. members.EnumerateObject().Select(member => member.Name)]
            : null;

    public IEnumerable<string> Mistakes(JsonElement value, string schema) =>
        [.. Mistakes(value, Schemas.GetProperty(schema), schema, schema)];

    public IEnumerable<string> Mistakes(JsonElement value, JsonElement schema) => [.. Mistakes(value, schema, null, "")];

    private IEnumerable<string> Mistakes(JsonElement value, JsonElement schema, string? name, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Mistakes(value, Schemas.GetProperty(Name(reference)), Name(reference), path);
        }

        if (schema.TryGetProperty("enum", out var allowed))
        {
            return allowed.EnumerateArray().Any(it => it.GetString() == value.GetString()) ? [] : [$"{path} is '{value}'"];
        }

        if (schema.TryGetProperty("const", out var constant))
        {
            return constant.GetString() == value.GetString() ? [] : [$"{path} is '{value}'"];
        }

        return schema.GetProperty("type").GetString() switch
        {
            "object" when value.ValueKind == JsonValueKind.Object => ObjectMistakes(value, schema, name, path),
            "array" when value.ValueKind == JsonValueKind.Array =>
                value.EnumerateArray().SelectMany((item, i) => Mistakes(item, schema.GetProperty("items"), null, $"{path}[{i}]")),
            "string" when value.ValueKind == JsonValueKind.String =>
                !schema.TryGetProperty("format", out _) || value.TryGetDateTimeOffset(out var _) ? [] : [$"{path} is no time: {value}"],
            "boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => [],
            "integer" when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) => [],
            "number" when value.ValueKind == JsonValueKind.Number => [],
            var type => [$"{path} is {value.ValueKind}, not {type}"],
        };
    }

    private IEnumerable<string> ObjectMistakes(JsonElement value, JsonElement schema, string? name, string path)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var missing in required.EnumerateArray().Select(it => it.GetString()!).Where(it => !value.TryGetProperty(it, out _)))
            {
                yield return $"{path}.{missing} is missing";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var own))
            {
                _seen.Add($"{name}.{member.Name}");
                foreach (var mistake in Mistakes(member.Value, own, null, $"{path}.{member.Name}"))
                {
                    yield return mistake;
                }
            }
            else if (schema.TryGetProperty("additionalProperties", out var others))
            {
                if (others.ValueKind == JsonValueKind.False)
                {
                    yield return $"{path}.{member.Name} is not described";
                }
                else
                {
                    foreach (var mistake in Mistakes(member.Value, others, null, $"{path}.{member.Name}"))
                    {
                        yield return mistake;
                    }
                }
            }
        }
    }

    private static string Name(JsonElement reference) => reference.GetString()!.Split('/')[^1];
}
