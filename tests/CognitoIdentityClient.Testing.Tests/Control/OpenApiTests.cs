using System.Text.Json;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Control;

/// <summary>The OpenAPI document says what the control API does.</summary>
public class OpenApiTests
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";

    [Fact]
    public async Task Document_has_every_path_method_and_parameter_and_no_other()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var document = await ReadAsync(control);
        var described = document.Operations.Select(it => $"{it.Key} {string.Join(',', QueryParameters(it.Value).Order())}");
        var context = new ControlContext(emulator, null!, new(), new());
        var served = ControlRoutes.Create(context)
            .Where(route => !ConsoleFiles.Routes.Contains(route))
            .Select(route => $"{route.Method} {route.Template} {string.Join(',', route.Parameters.Order())}");
        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Every operation is called, with mistakes too. Each response has a status, a type of content and the members that the document
    /// describes for it, and each described member was in one of them.
    /// </summary>
    [Fact]
    public async Task Responses_of_every_operation_are_what_the_document_describes()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var document = await ReadAsync(control);
        var seed = await control.PostAsync("seed", Seed);
        var pool = seed.Json.GetProperty("poolIds")[0].GetString()!;
        var guest = await test.GetIdAsync(pool);
        var developer = (await test.DeveloperTokenAsync(pool, """{"login.dev":"bob"}""", guest)).Ok();
        await test.CallAsync("GetId", "{}");
        var snapshot = (await control.GetAsync("snapshot")).Ok();
        var good = JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", test.Now, new { level = "7" });
        var alice = await test.GetIdAsync(pool, $$"""{"{{UserPool}}":"{{good}}"}""");
        var wrong = JwtKey.Provider.Sign($"https://{UserPool}", "another", "alice", test.Now);
        (string Operation, EmulatorResponse Response)[] calls =
        [
            ("GET /health", await control.GetAsync("health")),
            ("POST /seed", seed),
            ("POST /seed", await control.PostAsync("seed", "[]")),
            ("GET /snapshot", snapshot),
            ("POST /restore", await control.PostAsync("restore", "[]")),
            ("GET /requests", await control.GetAsync("requests")),
            ("GET /requests/{id}", await control.GetAsync("requests/1")),
            ("GET /requests/{id}", await control.GetAsync("requests/99")),
            ("GET /requests/wait", await control.GetAsync("requests/wait?operation=GetId")),
            ("GET /requests/wait", await control.GetAsync("requests/wait?operation=ListIdentities&timeout=0")),
            ("POST /faults",
                await control.PostAsync("faults", """{"kind":"error","code":"X","message":"m","operation":"GetId","count":1}""")),
            ("POST /faults", await control.PostAsync("faults", """{"kind":"wrongDate","seconds":1}""")),
            ("POST /faults", await control.PostAsync("faults", "{}")),
            ("GET /faults", await control.GetAsync("faults")),
            ("DELETE /faults/{id}", await control.DeleteAsync("faults/1")),
            ("DELETE /faults/{id}", await control.DeleteAsync("faults/99")),
            ("DELETE /faults", await control.DeleteAsync("faults")),
            ("GET /pools", await control.GetAsync("pools?limit=1")),
            ("GET /pools/{id}", await control.GetAsync($"pools/{pool}")),
            ("GET /pools/{id}", await control.GetAsync("pools/us-east-1:0")),
            ("GET /pools/{id}/identities", await control.GetAsync($"pools/{pool}/identities?limit=1")),
            ("GET /identities/{id}", await control.GetAsync($"identities/{alice}")),
            ("POST /tokens/explain", await ExplainAsync(control, good)),
            ("POST /tokens/explain", await ExplainAsync(control, wrong)),
            ("POST /tokens/explain", await ExplainAsync(control, developer.Text("Token"))),
            ("GET /clock", await control.GetAsync("clock")),
            ("POST /clock/set", await control.PostAsync("clock/set", """{"time":"2027-01-01T00:00:00Z","frozen":true}""")),
            ("POST /clock/advance", await control.PostAsync("clock/advance", """{"seconds":60}""")),
            ("POST /clock/advance", await control.PostAsync("clock/advance", """{"seconds":0}""")),
            ("POST /clock/follow", await control.PostAsync("clock/follow")),
            ("DELETE /requests", await control.DeleteAsync("requests")),
            ("POST /reset", await control.PostAsync("reset")),
            ("POST /restore", await control.PostAsync("restore", snapshot.Body)),
        ];
        // The stream of events has no end, so it has a test of its own below.
        Assert.Equal(document.Operations.Keys.Except(["GET /events"]).Order(), calls.Select(call => call.Operation).Distinct().Order());
        Assert.Empty(calls.SelectMany(call => Mistakes(document, call.Operation, call.Response)));
        Assert.Equal(["StateEvent.oldestNumber", "StateEvent.startedAt"], document.Unseen.Order());
    }

    [Fact]
    public async Task Events_have_the_members_that_the_document_describes()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var document = await ReadAsync(control);
        await test.CallAsync("GetId", "{}");
        using var stream = await control.ListenAsync();
        var names = new HashSet<string>();
        while (names.Count < 2)
        {
            var (name, _, data) = await ControlClient.NextEventAsync(stream);
            Assert.Empty(document.Mistakes(data, name == "state" ? "StateEvent" : "Request"));
            names.Add(name);
        }

        Assert.Equal(["request", "state"], names.Order());
    }

    [Fact]
    public async Task Bodies_of_requests_have_the_members_that_the_document_describes_and_no_other()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var document = await ReadAsync(control);
        var checkedBodies = 0;
        foreach (var operation in document.Operations.Keys.Where(it => it.StartsWith("POST ", StringComparison.Ordinal)))
        {
            // A seed and a snapshot have formats of their own.
            if (operation is "POST /seed" or "POST /restore")
            {
                continue;
            }

            var members = document.FindBodyMembers(operation) ?? [];
            var response = await control.PostAsync(operation["POST /".Length..], """{"unknown":1}""");
            response.IsProblem(400, members.Count == 0
                ? "'unknown' is not expected: the body has no members."
                : $"'unknown' is not expected. The members are {string.Join(", ", members)}.");
            checkedBodies++;
        }

        Assert.Equal(6, checkedBodies);
    }

    private static IEnumerable<string> Mistakes(OpenApiDocument document, string operation, EmulatorResponse response)
    {
        if (response.Body.Length == 0)
        {
            return response.Status == 204 && document.Operations[operation].GetProperty("responses").TryGetProperty("204", out _)
                ? []
                : [$"{operation} has no body with {response.Status}"];
        }

        var type = response.Headers["Content-Type"].Split(';')[0];
        return document.FindResponse(operation, response.Status, type) is { } schema
            ? document.Mistakes(response.Json, schema).Select(mistake => $"{operation} {response.Status}: {mistake}")
            : [$"{operation} has no {type} with {response.Status}"];
    }

    private static async Task<OpenApiDocument> ReadAsync(ControlClient control) => new((await control.GetAsync("openapi.json")).Ok().Json);

    private static Task<EmulatorResponse> ExplainAsync(ControlClient control, string token) =>
        control.PostAsync("tokens/explain", JsonSerializer.Serialize(new { token }));

    private static IEnumerable<string> QueryParameters(JsonElement operation) => operation.TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Where(it => it.GetProperty("in").GetString() == "query")
        .Select(it => it.GetProperty("name").GetString()!)
        : [];

    private const string Seed =
        $$"""
        {
          "pools": [
            {
              "id": "us-east-1:00000000-0000-4000-8000-000000000001",
              "allowClassicFlow": true,
              "developerProviderName": "login.dev",
              "supportedLoginProviders": { "graph.facebook.com": "1" },
              "userPools": { "{{UserPool}}": "client" },
              "tags": { "team": "blue" },
              "roleMappings": {
                "{{UserPool}}:client": {
                  "type": "Rules",
                  "ambiguousRoleResolution": "Deny",
                  "rules": [{ "claim": "level", "matchType": "Equals", "value": "7", "roleArn": "arn:aws:iam::123456789012:role/admin" }]
                }
              },
              "principalTags": { "{{UserPool}}": { "level": "level" } }
            },
            { "id": "us-east-1:00000000-0000-4000-8000-000000000002" }
          ]
        }
        """;
}
