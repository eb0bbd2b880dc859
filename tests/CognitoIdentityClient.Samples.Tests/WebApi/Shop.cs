using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CognitoIdentity.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoIdentity.Samples.Tests.WebApi;

/// <summary>samples/WebApi as it starts by itself, with its emulator.</summary>
internal sealed class Shop(Action<IServiceCollection>? configure = null) : WebApplicationFactory<Program>
{
    public CognitoIdentityEmulator Emulator => Services.GetRequiredService<CognitoIdentityEmulator>();

    /// <summary>Signs a user in.</summary>
    /// <returns>A client that calls the API as the user.</returns>
    public async Task<HttpClient> SignInAsync(string userId)
    {
        var client = CreateClient();
        using var response = await client.PostAsJsonAsync("/api/sign-in", new { userId });
        var token = (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureServices(services => configure?.Invoke(services));
}

internal static class ShopResponses
{
    public static Task<JsonElement> GetJsonAsync(this HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path);

    public static async Task<JsonElement> PostJsonAsync(this HttpClient client, string path)
    {
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content: null);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
