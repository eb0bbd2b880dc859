namespace CognitoIdentity.Tests.Validation;

internal static class Violations
{
    /// <summary>Returns the violations in a request.</summary>
    public static IReadOnlyList<RequestViolation> In(object request, RequestValidation validation = RequestValidation.Full)
    {
        var checker = new RequestChecker(validation);
        Assert.IsAssignableFrom<IValidatable>(request).Validate(ref checker);
        try
        {
            checker.ThrowIfAny("Test");
            return [];
        }
        catch (RequestValidationException exception)
        {
            return exception.Violations;
        }
    }
}
