using System.Net.Http.Headers;
using System.Text;

namespace CognitoIdentity.Testing.Tests.Hosting;

public class BadInputTests
{
    [Theory]
    [InlineData("AWSCognitoIdentityService.NoSuchOperation")]
    [InlineData("AWSCognitoIdentityService.getid")]
    [InlineData("AWSCognitoIdentityService.")]
    [InlineData("GetId")]
    [InlineData("com.amazonaws.cognito.identity.model.GetId")]
    [InlineData(null)]
    public async Task Unknown_or_missing_target_is_an_unknown_operation(string? target)
    {
        await using var service = await TestEmulator.StartAsync();
        var request = service.Request("GetId", "{}");
        request.Headers.Remove("X-Amz-Target");
        if (target is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        }

        var response = await service.SendAsync(request);
        Assert.Equal((400, "UnknownOperationException"), (response.Status, response.ErrorCode));
        Assert.Null(service.Emulator.Requests.Single().Operation);
    }

    [Theory]
    [InlineData("GET", "/", "application/x-amz-json-1.1")]
    [InlineData("PUT", "/", "application/x-amz-json-1.1")]
    [InlineData("DELETE", "/.well-known/jwks_uri", "application/x-amz-json-1.1")]
    [InlineData("POST", "/other", "application/x-amz-json-1.1")]
    [InlineData("POST", "/", "text/xml")]
    public async Task Wrong_method_path_or_content_is_an_unknown_operation(string method, string path, string contentType)
    {
        await using var service = await TestEmulator.StartAsync();
        var request = service.Request("GetId", "{}");
        request.Method = new(method);
        request.RequestUri = new(service.Emulator.Endpoint, path);
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        var response = await service.SendAsync(request);
        Assert.Equal((404, "UnknownOperationException"), (response.Status, response.ErrorCode));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("""{"IdentityPoolId":"a:0"}}""")]
    [InlineData("<html></html>")]
    [InlineData("""{"IdentityPoolId":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task Body_that_is_not_a_json_object_cannot_be_read(string body)
    {
        await using var service = await TestEmulator.StartAsync();
        Assert.Equal("SerializationException", (await service.CallAsync("GetId", body)).ErrorCode);
    }

    [Fact]
    public async Task Body_that_is_not_utf8_cannot_be_read()
    {
        await using var service = await TestEmulator.StartAsync();
        var request = service.Request("GetId", "");
        request.Content = new ByteArrayContent([.. "{\"IdentityPoolId\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        Assert.Equal("SerializationException", (await service.SendAsync(request)).ErrorCode);
    }

    [Fact]
    public async Task Json_deeper_than_any_request_cannot_be_read()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync("GetId", "{\"a\":" + new string('[', 100_000) + new string(']', 100_000) + "}");
        Assert.Equal("SerializationException", response.ErrorCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_over_one_mebibyte_is_refused(bool overLoopback)
    {
        await using var service = await TestEmulator.StartAsync();
        using var http = overLoopback ? new HttpClient() : new HttpClient(service.Emulator.CreateHandler());
        foreach (var (size, status) in new[] { (1024 * 1024, 400), ((1024 * 1024) + 1, 413) })
        {
            using var request = service.Request("GetId", "{\"a\":\"" + new string('x', size - 8) + "\"}");
            using var response = await http.SendAsync(request);
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal(
                status == 400
                    ? "ValidationException:"
                    : "RequestEntityTooLargeException:", response.Headers.GetValues("x-amzn-errortype").Single());
        }
    }

    [Fact]
    public async Task Random_damage_to_a_good_body_never_causes_a_500_and_never_loses_state()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"DeveloperProviderName\":\"login.dev\"");
        var guest = await service.GetIdAsync(pool);
        var good = Encoding.UTF8.GetBytes(
            $$$"""{"IdentityPoolId":"{{{pool}}}","IdentityId":"{{{guest}}}","Logins":{"login.dev":"u"},"Roles":{},"MaxResults":5,"Tags":{"a":"b"}}""");
        var random = new Random(20261122);
        foreach (var operation in OperationTable.ByName.Keys.Where(name => !name.StartsWith("Delete", StringComparison.Ordinal)))
        {
            for (var i = 0; i < 60; i++)
            {
                var damaged = (byte[])good.Clone();
                for (var j = random.Next(1, 4); j > 0; j--)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }

                var body = Encoding.UTF8.GetString(damaged);
                var response = await service.CallAsync(operation, body);
                Assert.True(response.Status is 200 or 400, $"{operation} {body}: {response.Status} {response.Body}");
            }
        }

        (await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""")).Ok();
        (await service.CallAsync("DescribeIdentity", $$"""{"IdentityId":"{{guest}}"}""")).Ok();
    }
}
