using System.Net.Http.Headers;
using System.Text;

namespace CognitoIdentity.Testing.Tests.Signing;

public class RequestSignerTests
{
    // Known answers from another implementation (botocore 1.43.11), for the example key of the AWS documentation's test suite.
    [Theory]
    [InlineData(
        "https://cognito-identity.us-east-1.amazonaws.com/", "us-east-1", null, "2015-08-30T12:36:00Z", "GetIdentityPoolRoles",
        """{"IdentityPoolId":"us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11"}""",
        "b75b69f94dadf7b4fd096fe5b5315a885f6eb638a008a2af4efc3e72bc3139e3")]
    [InlineData(
        "https://cognito-identity.us-west-2.amazonaws.com/", "us-west-2",
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUu"
        + "wthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQc"
        + "HNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/o"
        + "LxBA==",
        "2026-01-01T00:00:00Z", "ListIdentityPools", """{"MaxResults":60}""",
        "58e840ea6f82a4b705ced478d1b82daa6d122715ef75c5cd4743f07dd52f64af")]
    public void Signer_of_the_tests_with_a_known_request_gives_the_known_signature(
        string url, string region, string? sessionToken, string time, string operation, string body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"AWSCognitoIdentityService.{operation}");
        var signer = new RequestSigner("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken, region);

        signer.Sign(request, body, DateTimeOffset.Parse(time));

        Assert.EndsWith($"Signature={signature}", request.Headers.NonValidated["Authorization"].ToString());
    }
}
