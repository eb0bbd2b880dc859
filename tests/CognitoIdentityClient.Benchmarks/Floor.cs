using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CognitoIdentity.Benchmarks;

/// <summary>The least that a call can cost with HttpClient.</summary>
internal sealed class Floor(Uri endpoint) : IDisposable
{
    private static readonly byte[] GetIdBody = """{"IdentityPoolId":"us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11"}"""u8.ToArray();
    private static readonly byte[] ListBody = """{"MaxResults":60}"""u8.ToArray();

    private readonly HttpClient _http = new();

    public Task GetIdAsync() => SendAsync("AWSCognitoIdentityService.GetId", GetIdBody, FloorJson.Default.Identity);

    public Task ListIdentityPoolsAsync() => SendAsync("AWSCognitoIdentityService.ListIdentityPools", ListBody, FloorJson.Default.PoolPage);

    public void Dispose() => _http.Dispose();

    private async Task<T?> SendAsync<T>(string target, byte[] body, JsonTypeInfo<T> json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync(stream, json);
    }
}

internal sealed record Identity(string IdentityId);

internal sealed record Pool
{
    public string? IdentityPoolId { get; init; }

    public string? IdentityPoolName { get; init; }
}

internal sealed record PoolPage(IReadOnlyList<Pool> IdentityPools, string? NextToken);

[JsonSerializable(typeof(Identity))]
[JsonSerializable(typeof(PoolPage))]
internal sealed partial class FloorJson : JsonSerializerContext;
