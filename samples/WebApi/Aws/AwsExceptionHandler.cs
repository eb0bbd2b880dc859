using CognitoIdentity;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace WebApi.Aws;

/// <summary>Turns errors of AWS into problem details, with the hint that the client has for many of them.</summary>
internal sealed class AwsExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(exception) is not { } problem)
        {
            return ValueTask.FromResult(false);
        }

        context.Response.StatusCode = problem.Status!.Value;
        return problems.TryWriteAsync(new() { HttpContext = context, Exception = exception, ProblemDetails = problem });
    }

    private static ProblemDetails? Describe(Exception exception) => exception switch
    {
        CognitoIdentityException error => new()
        {
            Status = GetStatus(error),
            Title = error.ErrorCode ?? "AWS is out of reach",
            Detail = error.ServiceMessage,
            Extensions = { ["hint"] = error.Hint, ["awsRequestId"] = error.RequestId },
        },
        Amazon.Runtime.AmazonServiceException error => new()
        {
            Status = StatusCodes.Status502BadGateway,
            Title = error.ErrorCode ?? "AWS is out of reach",
            Detail = error.Message,
            Extensions = { ["awsRequestId"] = error.RequestId },
        },
        _ => null,
    };

    private static int GetStatus(CognitoIdentityException error) => error switch
    {
        NotAuthorizedException => StatusCodes.Status403Forbidden,
        { IsThrottling: true } or { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status502BadGateway,
    };
}
