using System.Net;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Models;

public sealed class ResponseMetadataTests
{
    [Theory]
    [InlineData("x-amzn-requestid")]
    [InlineData("x-amzn-RequestId")]
    [InlineData("X-AMZN-REQUESTID")]
    public async Task RequestId_is_the_header_in_any_case(string header)
    {
        var metadata = await ReceiveAsync((header, "ff1ca798-b930-4b81-9ef3-c02e770188af"));

        Assert.Equal("ff1ca798-b930-4b81-9ef3-c02e770188af", metadata.RequestId);
    }

    [Fact]
    public async Task RequestId_without_the_header_is_null() => Assert.Null((await ReceiveAsync()).RequestId);

    [Fact]
    public async Task HostId_is_null_since_this_protocol_has_none() => Assert.Null((await ReceiveAsync(("x-amz-id-2", "host"))).HostId);

    [Fact]
    public async Task HttpStatusCode_is_that_of_the_response()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await ReceiveAsync(new ScriptedHandler(CannedResponse.Json("", 202)))).HttpStatusCode);
    }

    [Fact]
    public async Task HttpHeaders_are_those_of_the_response_and_of_its_content_in_any_case()
    {
        var headers = (await ReceiveAsync(("X-Custom", "one"), ("X-Custom", "two"), ("Date", "Mon, 04 Aug 2014 22:03:36 GMT"))).HttpHeaders;

        Assert.Equal("one, two", headers["x-custom"]);
        Assert.Equal("Mon, 04 Aug 2014 22:03:36 GMT", headers["DATE"]);
        Assert.Equal("application/x-amz-json-1.1", headers["content-type"]);
        Assert.False(headers.ContainsKey("x-amzn-requestid"));
    }

    [Fact]
    public async Task HttpHeaders_cannot_be_changed()
    {
        var headers = (IDictionary<string, string>)(await ReceiveAsync()).HttpHeaders;

        Assert.Throws<NotSupportedException>(() => headers.Add("X-Custom", "one"));
    }

    [Fact]
    public async Task RetryAttempts_counts_the_attempts_after_the_first()
    {
        var service = new ScriptedHandler(CannedResponse.Json("", 503), CannedResponse.Json(""));

        Assert.Equal(1, (await ReceiveAsync(service, maxAttempts: 2)).RetryAttempts);
        Assert.Equal(0, (await ReceiveAsync()).RetryAttempts);
    }

    [Fact]
    public void Metadata_of_a_response_that_a_test_made_is_empty_and_never_null()
    {
        var metadata = new TagResourceResponse().ResponseMetadata;

        Assert.Null(metadata.RequestId);
        Assert.Null(metadata.HostId);
        Assert.Equal(default, metadata.HttpStatusCode);
        Assert.Empty(metadata.HttpHeaders);
        Assert.Equal(0, metadata.RetryAttempts);
        Assert.Throws<ArgumentNullException>(() => new TagResourceResponse { ResponseMetadata = null! });
    }

    private static Task<ResponseMetadata> ReceiveAsync(params (string Name, string Value)[] headers) =>
        ReceiveAsync(new ScriptedHandler(CannedResponse.Json("", headers: headers)));

    private static async Task<ResponseMetadata> ReceiveAsync(ScriptedHandler service, int maxAttempts = 1)
    {
        using var client = service.CreateClient(maxAttempts: maxAttempts);
        var response = await client.TagResourceAsync(new() { ResourceArn = Example.PoolArn, Tags = new Dictionary<string, string>() });
        return response.ResponseMetadata;
    }
}
