using System.Net.Http.Headers;
using System.Text;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests;

/// <summary>An emulator with a clock that stands still, and a bare HTTP client that signs for itself.</summary>
internal sealed class TestEmulator : IAsyncDisposable
{
    /// <summary>The time at which the clock of every test stands at first: noon of 22 November 2026, UTC.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly HttpClient _http;

    private TestEmulator(CognitoIdentityEmulator emulator, VirtualTime time)
    {
        Emulator = emulator;
        Time = time;
        _http = new(emulator.CreateHandler()) { BaseAddress = emulator.Endpoint };
    }

    public CognitoIdentityEmulator Emulator { get; }

    public VirtualTime Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public static async Task<TestEmulator> StartAsync(Action<EmulatorOptions>? configure = null)
    {
        var time = new VirtualTime(Start) { LongestWait = TimeSpan.Zero };
        var options = new EmulatorOptions { TimeProvider = time };
        configure?.Invoke(options);
        return new(await CognitoIdentityEmulator.StartAsync(options), time);
    }

    /// <summary>Calls an operation with JSON as written, signed if it has to be.</summary>
    public Task<EmulatorResponse> CallAsync(string operation, string json, RequestSigner? signer = null)
    {
        var request = Request(operation, json);
        if (signer is not null || !Calls.Anonymous.Contains(operation))
        {
            (signer ?? new()).Sign(request, json, Now);
        }

        return SendAsync(request);
    }

    public HttpRequestMessage Request(string operation, string json)
    {
        var request =
            new HttpRequestMessage(HttpMethod.Post, Emulator.Endpoint) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"AWSCognitoIdentityService.{operation}");
        return request;
    }

    public async Task<EmulatorResponse> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }

    /// <summary>A pool that allows guests, with whatever other members the test needs.</summary>
    public async Task<string> CreatePoolAsync(string moreMembers = "", bool guests = true)
    {
        var json =
            $$"""{"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":{{(guests ? "true" : "false")}}{{(moreMembers.Length > 0 ? "," : "")}}{{moreMembers}}}""";
        return (await CallAsync("CreateIdentityPool", json)).Ok().Text("IdentityPoolId");
    }

    public async Task<string> GetIdAsync(string poolId, string logins = "{}") =>
        (await CallAsync("GetId", $$"""{"IdentityPoolId":"{{poolId}}","Logins":{{logins}}}""")).Ok().Text("IdentityId");

    /// <summary>Registers a developer user, with an id to link it to or without.</summary>
    public Task<EmulatorResponse> DeveloperTokenAsync(string poolId, string logins, string? identityId = null, string moreMembers = "") =>
        CallAsync(
            "GetOpenIdTokenForDeveloperIdentity",
            $$"""{"IdentityPoolId":"{{poolId}}","Logins":{{logins}}{{(identityId is null ? "" : $",\"IdentityId\":\"{identityId}\"")}}{{(moreMembers.Length > 0 ? "," : "")}}{{moreMembers}}}""");

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return Emulator.DisposeAsync();
    }
}
