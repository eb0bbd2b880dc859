using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Benchmarks;

/// <summary>A small Kestrel server on loopback with two fixed responses. It prints its address and ends with its standard input.</summary>
internal static class Server
{
    private static readonly byte[] Identity = """{"IdentityId":"us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11"}"""u8.ToArray();

    private static readonly byte[] Pools = Encoding.UTF8.GetBytes(
        $$"""{"IdentityPools":[{{string.Join(',', Enumerable.Range(10, 60).Select(Pool))}}],"NextToken":"next"}""");

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(RespondAsync);
        await server.StartAsync();
        Console.WriteLine(server.Urls.Single());
        await Console.In.ReadLineAsync();
    }

    private static async Task RespondAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var response = context.Request.Headers["X-Amz-Target"].ToString().EndsWith(".GetId", StringComparison.Ordinal) ? Identity : Pools;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.ContentLength = response.Length;
        await context.Response.Body.WriteAsync(response);
    }

    private static string Pool(int number) =>
        $$"""{"IdentityPoolId":"us-east-1:177a950c-2c08-43f0-9983-28727e9a3b{{number}}","IdentityPoolName":"Pool number {{number}}"}""";
}
