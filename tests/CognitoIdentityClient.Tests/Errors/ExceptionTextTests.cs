using System.Net;

namespace CognitoIdentity.Tests.Errors;

public sealed class ExceptionTextTests
{
    [Fact]
    public void Text_of_an_error_has_what_support_asks_for_and_its_message_is_the_services()
    {
        var error = new CognitoIdentityException("Something new")
        {
            ErrorCode = "NewException",
            OperationName = "GetId",
            StatusCode = HttpStatusCode.BadRequest,
            RequestId = "15cc73a1-0780-460c-91e8-e12ef034e116",
            RetryAttempts = 2,
        };

        Assert.Equal("Something new", error.Message);
        Assert.All(
            ["Something new", "NewException", "GetId", "400", "15cc73a1-0780-460c-91e8-e12ef034e116", "retries: 2"],
            part => Assert.Contains(part, error.ToString()));
    }
}
