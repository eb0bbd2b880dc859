using System.Net;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>A success with a body that is not the one of the operation: always a typed error, never an empty result.</summary>
public sealed class ResponseBodyTests
{
    private static readonly string DeepArray = new string('[', 1000) + new string(']', 1000);

    public static TheoryData<string> NotAnObject { get; } =
    [
        "[]",
        "null",
        "\"x\"",
        "17",
        " ",
        "{",
        "{\"IdentityId\":\"us-east-1:",
        "{} {}",
        "<html><body>Welcome to our proxy</body></html>",
        $$"""{ "Unknown": {{DeepArray}} }""",
    ];

    [Theory]
    [MemberData(nameof(NotAnObject))]
    public async Task Body_that_is_not_the_operations_object_is_a_typed_error(string body)
    {
        var error = await Assert.ThrowsAsync<InvalidResponseException>(() => DescribeIdentityAsync(ScriptedHandler.Responding(body)));

        Assert.StartsWith("The response to DescribeIdentity ", error.Message, StringComparison.Ordinal);
        Assert.Equal("DescribeIdentity", error.OperationName);
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
    }

    [Fact]
    public async Task Body_with_invalid_utf8_is_a_typed_error()
    {
        byte[] body = [.. "{\"IdentityId\":\""u8, 0xFF, 0xFE, .. "\"}"u8];

        await Assert.ThrowsAsync<InvalidResponseException>(() => DescribeIdentityAsync(ScriptedHandler.Responding(body)));
    }

    [Fact]
    public async Task Body_cut_off_after_a_secret_is_an_error_without_the_secret()
    {
        const string Body = """{ "Credentials": { "SecretKey": "wJalrXUtnFEMI", "SessionToken": "AQoDYXdz", "Expiration": "AQoDYXdz" """;
        using var client = ScriptedHandler.Responding(Body).CreateClient();

        var error = await Assert.ThrowsAsync<InvalidResponseException>(
            () => client.GetCredentialsForIdentityAsync(new() { IdentityId = Example.IdentityId }));

        Assert.DoesNotContain("wJalrXUtnFEMI", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("AQoDYXdz", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_of_zero_length_is_the_empty_output() =>
        Assert.Equal(new DescribeIdentityResponse(), await DescribeIdentityAsync(ScriptedHandler.Responding("")));

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain; charset=iso-8859-1")]
    [InlineData("nonsense")]
    public async Task Body_with_another_content_type_is_read_all_the_same(string contentType)
    {
        var service = ScriptedHandler.Responding($$"""{ "IdentityId": "{{Example.IdentityId}}" }""", contentType);

        Assert.Equal(Example.IdentityId, (await DescribeIdentityAsync(service)).IdentityId);
    }

    [Fact]
    public async Task Body_with_text_beyond_ascii_is_read_as_utf8()
    {
        using var client = ScriptedHandler.Responding("""{ "Tags": { "größe": "日本 😀", "escaped": "\u00fc \ud83d\ude00" } }""")
            .CreateClient();

        var response = await client.ListTagsForResourceAsync(new() { ResourceArn = Example.PoolArn });

        Assert.Equal(new Dictionary<string, string> { ["größe"] = "日本 \U0001F600", ["escaped"] = "ü \U0001F600" }, response.Tags);
    }

    [Fact]
    public async Task Body_that_cannot_be_read_is_asked_for_again_by_an_operation_that_reads()
    {
        var service = new ScriptedHandler(CannedResponse.Json("<html>"), CannedResponse.Json("{}"));

        await DescribeIdentityAsync(service, maxAttempts: 2);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Body_that_cannot_be_read_is_not_asked_for_again_by_an_operation_that_writes()
    {
        var service = ScriptedHandler.Responding("<html>");
        using var client = service.CreateClient(maxAttempts: 3);

        await Assert.ThrowsAsync<InvalidResponseException>(
            () => client.CreateIdentityPoolAsync(new() { AllowUnauthenticatedIdentities = true, IdentityPoolName = "MyIdentityPool" }));
        await Assert.ThrowsAsync<InvalidResponseException>(() => client.GetIdAsync(new() { IdentityPoolId = Example.PoolId }));

        Assert.Equal(2, service.Requests.Count);
    }

    private static async Task<DescribeIdentityResponse> DescribeIdentityAsync(ScriptedHandler service, int maxAttempts = 1)
    {
        using var client = service.CreateClient(maxAttempts: maxAttempts);
        return await client.DescribeIdentityAsync(new() { IdentityId = Example.IdentityId });
    }
}
