using CognitoIdentity.Testing;

namespace CognitoIdentity.PublicApi.Tests;

/// <summary>A fake of an application throws any error of the packages.</summary>
public sealed class ExceptionConstructorTests
{
    public static TheoryData<Type> Exceptions { get; } = new(
        new[] { typeof(ICognitoIdentityClient), typeof(CognitoIdentityEmulator), typeof(DistributedCacheSessionStore) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => type.IsAssignableTo(typeof(Exception))));

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Exception_is_created_with_a_message_and_a_cause(Type type)
    {
        var cause = new InvalidOperationException();

        var withMessage = (Exception)Activator.CreateInstance(type, "Text of a test")!;
        var withCause = (Exception)Activator.CreateInstance(type, "Text of a test", cause)!;
        var withoutMessage = (Exception)type.GetConstructor([typeof(string), typeof(Exception)])!.Invoke([null, cause]);

        Assert.StartsWith("Text of a test", withMessage.Message, StringComparison.Ordinal);
        Assert.StartsWith("Text of a test", withCause.Message, StringComparison.Ordinal);
        Assert.Same(cause, withCause.InnerException);
        Assert.DoesNotContain(type.FullName!, withoutMessage.Message, StringComparison.Ordinal);
        Assert.NotEmpty(withoutMessage.Message);
    }

    // A class can take its details, such as the list of violations, in other constructors, but never in the only one.
    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Exception_has_a_general_message_when_it_is_created_without_one(Type type) =>
        Assert.NotEmpty(((Exception)Activator.CreateInstance(type)!).Message);

    [Fact]
    public void Details_of_an_error_are_set_in_the_initializer()
    {
        var error = new TooManyRequestsException("Rate exceeded")
        {
            OperationName = "GetId",
            RequestId = "id",
            RetryAttempts = 2,
            StatusCode = System.Net.HttpStatusCode.BadRequest,
            MayHaveBeenCarriedOut = true,
            Reason = ErrorReason.RateExceeded,
        };

        Assert.True(error is { IsThrottling: true, MayHaveBeenCarriedOut: true, ErrorCode: "TooManyRequestsException", RetryAttempts: 2 });
        Assert.Equal("Rate exceeded", error.ServiceMessage);
    }

    [Fact]
    public void Disposed_client_names_itself()
    {
        Assert.Equal("CognitoIdentityClient", new CognitoIdentityClientDisposedException().ObjectName);
        Assert.True(new CognitoIdentityClientDisposedException("x") { MayHaveBeenCarriedOut = true }.MayHaveBeenCarriedOut);
    }
}
