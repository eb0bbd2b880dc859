using System.Text;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

public sealed class ResponseLimitTests
{
    private const int Limit = 10_000;

    [Theory]
    [InlineData(Limit, true)]
    [InlineData(Limit, false)]
    [InlineData(Limit - 1, false)]
    [InlineData(4096, false)]
    [InlineData(4097, false)]
    [InlineData(8192, false)]
    public async Task Body_up_to_the_limit_is_read_whole(int length, bool declared)
    {
        var token = new string('x', length - """{"Token":""}""".Length);

        var response = await CallAsync(new([.. Encoding.UTF8.GetBytes($$"""{"Token":"{{token}}"}""")]), declared);

        Assert.Equal(token, response.Token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_one_byte_over_the_limit_is_refused_with_a_typed_error(bool declared)
    {
        var body = new CountingStream(Encoding.UTF8.GetBytes(new string(' ', Limit + 1)));

        var error = await TestClient.FailureAsync<InvalidResponseException>(CallAsync(body, declared));

        Assert.Contains("MaxResponseBytes", error.Message);
        Assert.Contains($"{Limit}", error.Message);
        Assert.Equal((200, CannedResponse.RequestId, "GetOpenIdToken"), ((int)error.StatusCode!, error.RequestId, error.OperationName));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, Limit * 2)]
    public async Task Body_far_over_the_limit_is_not_buffered(bool declared, int mostRead)
    {
        var body = new CountingStream(new byte[Limit * 100]);

        await TestClient.FailureAsync<InvalidResponseException>(CallAsync(body, declared));

        Assert.InRange(body.BytesRead, 0, mostRead);
    }

    [Fact]
    public async Task Body_shorter_than_the_limit_that_trickles_in_is_read_whole()
    {
        var response = await CallAsync(new([.. "{\"Token\":\"abc\"}"u8]) { MostAtOnce = 1 }, declared: false);

        Assert.Equal("abc", response.Token);
    }

    [Fact]
    public async Task Default_limit_is_one_mebibyte()
    {
        using var handler = new ScriptedHandler(CannedResponse.Body($$"""{"IdentityId":"{{new string('x', 1024 * 1024)}}"}"""));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<InvalidResponseException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Contains("1048576", error.Message);
    }

    private static async Task<GetOpenIdTokenResponse> CallAsync(CountingStream body, bool declared)
    {
        using var handler = new ScriptedHandler(CannedResponse.Content(() =>
        {
            var content = new StreamContent(body);
            content.Headers.ContentLength = declared ? body.Length : null;
            return content;
        }));
        using var client = TestClient.Create(handler, options => options.MaxResponseBytes = Limit);
        return await client.GetOpenIdTokenAsync(new() { IdentityId = "us-east-1:1" });
    }

    /// <summary>Like a network stream: no seeking, so no length that could be known beforehand.</summary>
    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public int BytesRead { get; private set; }

        public int MostAtOnce { get; init; } = int.MaxValue;

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer[..Math.Min(buffer.Length, MostAtOnce)], cancellationToken);
            BytesRead += read;
            return read;
        }
    }
}
