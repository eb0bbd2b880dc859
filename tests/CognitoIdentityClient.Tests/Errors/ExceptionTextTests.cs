using System.Net;

namespace CognitoIdentity.Tests.Errors;

public sealed class ExceptionTextTests
{
    [Fact]
    public void Text_of_an_error_has_what_support_asks_for()
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
        Assert.EndsWith(
            $"{Environment.NewLine}ErrorCode: NewException, OperationName: GetId, StatusCode: 400, "
            + "RequestId: 15cc73a1-0780-460c-91e8-e12ef034e116, RetryAttempts: 2, MayHaveBeenCarriedOut: false.",
            error.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_an_error_without_a_response_leaves_out_what_is_unknown() => Assert.EndsWith(
        $"{Environment.NewLine}OperationName: GetId, RetryAttempts: 0, MayHaveBeenCarriedOut: true.",
        new CognitoIdentityTimeoutException("Too slow") { OperationName = "GetId" }.ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void Text_of_an_error_has_the_reason_the_hint_and_the_page_that_explains_it()
    {
        var error = new NotAuthorizedException("Invalid login token. Missing a required claim: aud");

        Assert.All(
            ["Hint: " + error.Hint, "Reason: MissingAudience", "HelpLink: https://docs.aws.amazon.com/"],
            part => Assert.Contains(part, error.ToString(), StringComparison.Ordinal));
    }
}
