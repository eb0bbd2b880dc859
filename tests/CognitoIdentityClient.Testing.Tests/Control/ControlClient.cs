using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Control;

/// <summary>A caller of an emulator's control API, as any HTTP client is one.</summary>
internal sealed class ControlClient(CognitoIdentityEmulator emulator) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new(emulator.Endpoint, "_emulator/") };

    public Task<EmulatorResponse> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<EmulatorResponse> DeleteAsync(string path) => SendAsync(new(HttpMethod.Delete, path));

    public Task<EmulatorResponse> PostAsync(string path, string json = "") =>
        SendAsync(
            new(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) });

    public async Task<EmulatorResponse> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }

    /// <summary>Opens the stream of events; the caller reads it line by line.</summary>
    public async Task<StreamReader> ListenAsync(string path = "events") => new(await _http.GetStreamAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Reads the next event of a stream and skips comments.</summary>
    public static async Task<(string Name, string Id, JsonElement Data)> NextEventAsync(StreamReader stream)
    {
        var fields = new Dictionary<string, string>();
        using var limit = new CancellationTokenSource(SafetyLimit.Value);
        while (true)
        {
            var line = await stream.ReadLineAsync(limit.Token) ?? throw new EndOfStreamException();
            if (line.Length == 0 && fields.Count > 0)
            {
                return (fields["event"], fields["id"], JsonDocument.Parse(fields["data"]).RootElement);
            }

            if (line.Length > 0 && line[0] != ':')
            {
                var parts = line.Split(": ", 2);
                fields[parts[0]] = parts[1];
            }
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>Expectations on responses of the control API.</summary>
internal static class ControlResponses
{
    public static EmulatorResponse IsCreated(this EmulatorResponse response)
    {
        Assert.True(response.Status == 201, $"Expected 201 but got {response.Status}: {response.Body}");
        return response;
    }

    /// <summary>Expects a mistake in the one shape that mistakes have.</summary>
    public static void IsProblem(this EmulatorResponse response, int status, string detail)
    {
        Assert.Equal(status, response.Status);
        Assert.StartsWith("application/problem+json", response.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(status, response.Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(response.Text("title"));
        Assert.Equal(detail, response.Text("detail"));
    }
}
