using System.Net;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>The sources of an error's message.</summary>
public sealed class ErrorMessageTests
{
    [Theory]
    [InlineData("""{"Message":"B","message":"A"}""", "C", "A")]
    [InlineData("""{"message":"A","Message":"B"}""", "C", "A")]
    [InlineData("""{"Message":"B"}""", "C", "B")]
    [InlineData("""{"message":"","Message":"B"}""", "", "B")]
    [InlineData("""{"message":null,"Message":"B"}""", "", "B")]
    [InlineData("""{"message":{"text":"X"}}""", "C", "C")]
    [InlineData("""{}""", "C", "C")]
    [InlineData("""{}""", "", "Bad Request")]
    [InlineData("plain text", "C", "C")]
    [InlineData("""{"message":"é \u65e5 \ud83d\ude00"}""", "", "é 日 😀")]
    public async Task Message_is_the_bodys_then_the_headers_then_the_reason_phrase(string body, string header, string expected)
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Body(body, 400, ("x-amzn-errormessage", header)));

        Assert.Equal(expected, error.Message);
    }

    [Theory]
    [InlineData("Service is down")]
    [InlineData("503 Service Temporarily Unavailable")]
    [InlineData("true story")]
    [InlineData("\"quoted\" text")]
    [InlineData("upstream connect error or disconnect/reset before headers")]
    public async Task Message_of_a_plain_text_body_is_the_text(string text) =>
        Assert.Equal(text, (await TestClient.ErrorOfAsync(CannedResponse.Body(text + "\r\n", 503))).Message);

    [Theory]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(100_000)]
    public async Task Message_of_a_long_plain_text_is_its_first_1024_characters(int length)
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Body(new string('é', length), 502));

        Assert.Equal(new string('é', 1024), error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    [InlineData("\r\n  <!DOCTYPE html><p>no</p>")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Message_of_a_body_that_says_nothing_is_the_reason_phrase(string body) =>
        Assert.Equal("Bad Gateway", (await TestClient.ErrorOfAsync(CannedResponse.Body(body, 502))).Message);

    [Fact]
    public async Task Message_is_the_servers_own_reason_phrase_where_it_sent_one()
    {
        var error = await TestClient.ErrorOfAsync(WithReasonPhrase("Not Today"));

        Assert.Equal("Not Today", error.ServiceMessage);
    }

    [Fact]
    public async Task Message_without_a_reason_phrase_as_over_HTTP_2_names_the_status()
    {
        var error = await TestClient.ErrorOfAsync(WithReasonPhrase(""));

        Assert.Contains("499", error.Message);
    }

    private static Step WithReasonPhrase(string phrase) => (_, _) =>
        Task.FromResult(new HttpResponseMessage((HttpStatusCode)499) { ReasonPhrase = phrase });
}
