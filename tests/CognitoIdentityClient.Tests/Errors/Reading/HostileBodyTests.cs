using System.Text;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>Whatever comes in place of an error document, the caller gets a typed error with the status kept.</summary>
public sealed class HostileBodyTests
{
    private const string Code = "\"__type\":\"ResourceNotFoundException\"";

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{\"__type")]
    [InlineData("{\"__type\":\"Resource")]
    [InlineData("<html><h1>Error</h1></html>")]
    [InlineData("{\"message\":\"\\ud800\"}")]
    [InlineData("{\"\\udfff\":\"x\",\"code\":{\"\\ud800\":[]}}")]
    [InlineData("\0\u0001\u001f")]
    public async Task Body_without_a_readable_code_gives_the_status_in_its_place(string body)
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Body(body, 403));

        Assert.Equal(("403", 403), (error.ErrorCode, (int)error.StatusCode!));
        Assert.NotEmpty(error.Message);
    }

    [Theory]
    [InlineData("{" + Code)]
    [InlineData("{" + Code + ",\"message\":\"trunc")]
    [InlineData("{" + Code + "} trailing")]
    [InlineData("{" + Code + ",}")]
    [InlineData("{" + Code + ",\"message\":\"\\ud800\"}")]
    [InlineData("{" + Code + "," + Code + ",\"message\":1,\"message\":{}}")]
    [InlineData("{\"a\":[{\"__type\":\"Inner\"}]," + Code + "}")]
    public async Task Body_that_is_broken_after_its_code_gives_the_codes_class(string body)
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Body(body, 400));

        Assert.IsType<ResourceNotFoundException>(error);
        Assert.NotEmpty(error.Message);
    }

    // A text that no C# string can hold is no text; the rest of the document is as good as ever.
    [Theory]
    [InlineData("{\"message\":\"\\ud800\"," + Code + "}")]
    [InlineData("{\"\\udc00\":1," + Code + "}")]
    public async Task Body_with_a_lone_surrogate_before_its_code_gives_the_codes_class(string body) =>
        Assert.IsType<ResourceNotFoundException>(await TestClient.ErrorOfAsync(CannedResponse.Body(body, 400)));

    [Fact]
    public async Task Body_of_invalid_UTF_8_gives_a_typed_error()
    {
        byte[] body = [.. "{\"message\":\""u8, 0xff, 0xc3, 0x28, .. "\"}"u8];

        var error = await TestClient.ErrorOfAsync(CannedResponse.Body(body, 500));

        Assert.Equal(("500", 500), (error.ErrorCode, (int)error.StatusCode!));
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public async Task Body_nested_a_hundred_thousand_deep_gives_a_typed_error()
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Body(Code.Insert(0, "{") + ",\"x\":" + new string('[', 100_000), 400));

        Assert.IsType<ResourceNotFoundException>(error);
    }

    [Fact]
    public async Task Body_of_two_mebibytes_gives_a_typed_error_by_its_header()
    {
        var body = $$"""{"message":"{{new string('x', 2 * 1024 * 1024)}}"}""";

        var error = await TestClient.ErrorOfAsync(CannedResponse.Body(body, 400, ("x-amzn-errortype", "NotAuthorizedException:")));

        Assert.IsType<NotAuthorizedException>(error);
        Assert.True(error.Message.Length <= 1024, $"{error.Message.Length} characters");
        Assert.Equal(400, (int)error.StatusCode!);
    }

    [Fact]
    public async Task Body_that_cannot_be_read_to_its_end_gives_the_error_of_its_status_and_headers()
    {
        var response =
            CannedResponse.Content(() => new StreamContent(new BrokenStream()), 400, ("x-amzn-errortype", "ResourceConflictException"));

        Assert.IsType<ResourceConflictException>(await TestClient.ErrorOfAsync(response));
    }

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 200)]
    public async Task Random_bodies_never_give_anything_but_a_result_or_a_typed_error(int seed, int status)
    {
        const int Bodies = 2000;
        var random = new Random(seed);
        using var handler = new ScriptedHandler((request, token) => CannedResponse.Body(RandomBody(random), status)(request, token));
        using var client = TestClient.Create(handler, options => options.MaxAttempts = 1);
        var calls = Calls.ByName.Values.ToArray();

        for (var i = 0; i < Bodies; i++)
        {
            var failure = await Record.ExceptionAsync(() => calls[random.Next(calls.Length)](client, default));

            Assert.True(failure is CognitoIdentityException || (failure is null && status == 200), $"Body {i}: {failure}");
            Assert.Equal(status, (int)(((CognitoIdentityException?)failure)?.StatusCode ?? (System.Net.HttpStatusCode)status));
        }
    }

    private static byte[] RandomBody(Random random)
    {
        string[] documents =
        [
            """{"__type":"ns#NotAuthorizedException:http://x/","message":"Text","Message":"é\ud83d\ude00","code":12.5e3}""",
            """{"IdentityId":"1","Token":"t","Credentials":{"AccessKeyId":"A","SecretKey":"S","SessionToken":"T","Expiration":1.5E9}}""",
            """{"IdentityPools":[null,{}],"Roles":{"a":null},"CreationDate":"2026-01-01T00:00:00Z","Logins":["x"]}""",
        ];
        var body = Encoding.UTF8.GetBytes(documents[random.Next(documents.Length)]);
        for (var mutation = random.Next(6); mutation > 0; mutation--)
        {
            var at = random.Next(body.Length);
            body = random.Next(5) switch
            {
                0 => body[..at],
                1 => [.. body[..at], (byte)random.Next(256), .. body[at..]],
                2 => [.. body[..at], .. body[random.Next(body.Length)..]],
                3 => [.. body[..at], "{}[],:\"\\0"u8[random.Next(9)], .. body[(at + 1)..]],
                _ => [.. body[..at], .. body],
            };
            body = body.Length == 0 ? [(byte)random.Next(256)] : body;
        }

        return body;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new IOException("Reset"));
    }
}
