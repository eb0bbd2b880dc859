using System.Text.Json;

namespace CognitoIdentity.Testing.Tests.Control;

/// <summary>The OpenAPI document says what the control API does.</summary>
public class OpenApiTests
{
    [Fact]
    public async Task Document_has_every_path_method_and_parameter_and_no_other()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var document = (await control.GetAsync("openapi.json")).Ok().Json;
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation =>
            $"{operation.Name.ToUpperInvariant()} {path.Name} {string.Join(',', QueryParameters(operation.Value).Order())}"));
        var context = new ControlContext(emulator, null!, new(), new());
        var served = ControlRoutes.Create(context)
            .Where(route => !ConsoleFiles.Routes.Contains(route))
            .Select(route => $"{route.Method} {route.Template} {string.Join(',', route.Parameters.Order())}");
        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Responses_have_the_members_that_the_document_describes()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var document = (await control.GetAsync("openapi.json")).Ok().Json;
        var pool = await test.CreatePoolAsync("\"DeveloperProviderName\":\"login.dev\",\"AllowClassicFlow\":true");
        var identity = (await test.DeveloperTokenAsync(pool, """{"login.dev":"bob"}""")).Ok();
        await test.CallAsync("GetId", "{}");
        var token = JsonSerializer.Serialize(new { token = identity.Text("Token") });
        (string Schema, EmulatorResponse EmulatorResponse)[] answers =
        [
            ("Health", await control.GetAsync("health")),
            ("RequestList", await control.GetAsync("requests")),
            ("RequestDetails", await control.GetAsync("requests/1")),
            ("Wait", await control.GetAsync("requests/wait?operation=GetId")),
            ("Wait", await control.GetAsync("requests/wait?operation=ListIdentities&timeout=0")),
            ("Fault", await control.PostAsync("faults", """{"kind":"error","code":"X","operation":"GetId","count":1}""")),
            ("Fault", await control.PostAsync("faults", """{"kind":"wrongDate","seconds":1}""")),
            ("FaultList", await control.GetAsync("faults")),
            ("Clock", await control.GetAsync("clock")),
            ("PoolList", await control.GetAsync("pools?limit=1")),
            ("Pool", await control.GetAsync($"pools/{pool}")),
            ("IdentityList", await control.GetAsync($"pools/{pool}/identities")),
            ("IdentityDetails", await control.GetAsync($"identities/{identity.Text("IdentityId")}")),
            ("Token", await control.PostAsync("tokens/explain", token)),
            ("Problem", await control.GetAsync("nothing")),
        ];
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var mistakes = answers.SelectMany(it => Mistakes(it.EmulatorResponse.Json, schemas.GetProperty(it.Schema), schemas, it.Schema));
        Assert.Empty(mistakes);
    }

    private static IEnumerable<string> QueryParameters(JsonElement operation) => operation.TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Where(it => it.GetProperty("in").GetString() == "query")
        .Select(it => it.GetProperty("name").GetString()!)
        : [];

    /// <summary>The part of JSON Schema that the document uses.</summary>
    private static IEnumerable<string> Mistakes(JsonElement value, JsonElement schema, JsonElement schemas, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Mistakes(value, schemas.GetProperty(reference.GetString()!.Split('/')[^1]), schemas, path);
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
            "object" => ObjectMistakes(value, schema, schemas, path),
            "array" => value.EnumerateArray().SelectMany((item, i) => Mistakes(item, schema.GetProperty("items"), schemas, $"{path}[{i}]")),
            "string" when value.ValueKind == JsonValueKind.String => [],
            "boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => [],
            "integer" when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) => [],
            "number" when value.ValueKind == JsonValueKind.Number => [],
            var type => [$"{path} is {value.ValueKind}, not {type}"],
        };
    }

    private static IEnumerable<string> ObjectMistakes(JsonElement value, JsonElement schema, JsonElement schemas, string path)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(it => it.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
            {
                yield return $"{path}.{name} is missing";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            var isKnown = schema.TryGetProperty("properties", out var properties);
            if (isKnown && properties.TryGetProperty(member.Name, out var own))
            {
                foreach (var mistake in Mistakes(member.Value, own, schemas, $"{path}.{member.Name}"))
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
                    foreach (var mistake in Mistakes(member.Value, others, schemas, $"{path}.{member.Name}"))
                    {
                        yield return mistake;
                    }
                }
            }
        }
    }
}
