namespace CognitoIdentity.Testing.Tests.Control;

/// <summary>Wrong requests to the control API, for every path that it has: each gets the same shape of body and changes nothing.</summary>
public class ControlMistakeTests
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    [Fact]
    public async Task Method_that_a_path_does_not_take_is_refused_with_those_that_it_takes()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        foreach (var path in Routes(emulator).GroupBy(route => route.Template))
        {
            string[] allowed = [.. path.Select(route => route.Method)];
            var name = path.Key.Replace("{id}", "1", StringComparison.Ordinal);
            foreach (var method in Methods.Except(allowed))
            {
                var response = await control.SendAsync(Request(method, name));
                response.IsProblem(405, $"'/_emulator{name}' takes {string.Join(", ", allowed)}.");
                Assert.Equal(string.Join(',', allowed), response.Headers["Allow"].Replace(" ", "", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Foreign_page_is_refused_at_every_path_and_nothing_happens()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        using var client = emulator.CreateClient();
        await client.GetIdAsync(new() { IdentityPoolId = emulator.Seed(new()) });
        emulator.Faults.Add(Fault.Throttling());
        var before = emulator.TakeSnapshot();
        foreach (var route in Routes(emulator))
        {
            var request = Request(route.Method, route.Template.Replace("{id}", "1", StringComparison.Ordinal));
            request.Headers.Add("Origin", "http://localhost:3000");
            (await control.SendAsync(request)).IsProblem(403, "Requests from pages of other origins are refused.");
        }

        Assert.Equal(before, emulator.TakeSnapshot());
        Assert.Equal((1, 1), (emulator.Requests.Count, emulator.Faults.Count));
        Assert.Same(TimeProvider.System, emulator.TimeProvider);
    }

    [Fact]
    public async Task Id_of_nothing_is_not_found_at_every_path_with_one()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        foreach (var route in Routes(emulator).Where(route => route.Template.Contains("{id}", StringComparison.Ordinal)))
        {
            foreach (var id in new[] { "7", "x", "us-east-1:0", "%2F", "-1", "99999999999999999999" })
            {
                var response = await control.SendAsync(Request(route.Method, route.Template.Replace("{id}", id, StringComparison.Ordinal)));
                Assert.True(response.Status == 404, $"{route.Template} {id}: {response.Status}");
                response.IsProblem(404, response.Text("detail"));
            }
        }
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/health/")]
    [InlineData("/Health")]
    [InlineData("//health")]
    [InlineData("/pools/")]
    [InlineData("/console.css.map")]
    public async Task Path_of_nothing_is_not_found_by_any_method(string path)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        foreach (var method in Methods)
        {
            (await control.SendAsync(Request(method, path)))
                .IsProblem(404, $"There is no '/_emulator{path}'. The API is described at /_emulator/openapi.json.");
        }
    }

    [Fact]
    public async Task Random_damage_to_bodies_and_queries_gives_a_problem_and_never_a_500()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var damage = new Damage(5);
        (string Path, string Json)[] bodies =
        [
            ("reset", """{"state":true,"requests":true,"faults":true,"clock":true}"""),
            ("seed", """{"pools":[{"name":"Demo","tags":{"a":"b"},"identities":[{"logins":{"a":"b"}}]}]}"""),
            ("restore", """{"version":1,"pools":[]}"""),
            ("faults", """{"kind":"error","code":"X","message":"m","statusCode":500,"operation":"GetId","count":2,"probability":0.5}"""),
            ("clock/set", """{"time":"2026-11-25T12:00:00Z","frozen":true}"""),
            ("clock/advance", """{"seconds":1.5}"""),
            ("tokens/explain", """{"token":"a.b.c","provider":"graph.facebook.com","customRoleArn":"arn:aws:iam::123456789012:role/x"}"""),
        ];
        foreach (var (path, json) in bodies)
        {
            for (var i = 0; i < 60; i++)
            {
                ExpectResult(await control.PostAsync(path, damage.Apply(json)), path);
            }
        }

        foreach (var (path, query) in new[]
        {
            ("requests?", "operation=GetId&after=1&limit=5&secrets=true"), ("pools?", "limit=5&nextToken=YQ=="),
            ("requests/wait?timeout=0&", "after=0&outcome=error"),
        })
        {
            for (var i = 0; i < 60; i++)
            {
                ExpectResult(await control.GetAsync(path + damage.Apply(query)), path);
            }
        }
    }

    private static void ExpectResult(EmulatorResponse response, string what)
    {
        Assert.True(response.Status is 200 or 201 or 204 or 400, $"{what}: {response.Status} {response.Body}");
        if (response.Status == 400)
        {
            response.IsProblem(400, response.Text("detail"));
        }
    }

    private static ControlRoute[] Routes(CognitoIdentityEmulator emulator) =>
        ControlRoutes.Create(new(emulator, null!, new(), new()));

    private static HttpRequestMessage Request(string method, string path) => new(new(method), $"/_emulator{path}")
    {
        Content = method is "GET" ? null : new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
    };
}
