using System.Net;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

public sealed class ServiceErrorTests
{
    // Not in the API reference, but seen from services with the same front end.
    private static readonly string[] AlsoSeen =
    [
        "ValidationException", "InvalidSignatureException", "UnrecognizedClientException", "MissingAuthenticationTokenException",
        "ExpiredTokenException", "SerializationException", "UnknownOperationException",
    ];

    public static IEnumerable<object[]> ErrorsOfOperations =>
        from operation in Contract.Instance.Operations
        from code in operation.Value.Errors
        select new object[] { operation.Key, code, Contract.Instance.Errors[code].Status };

    public static IEnumerable<object[]> CommonErrors =>
        Contract.Instance.CommonErrors.Concat(AlsoSeen.Select(code => new CommonErrorContract(code, 400)))
            .Select(error => new object[] { error.Name, error.Status });

    [Fact]
    public void Calls_of_the_tests_are_all_the_documented_operations() =>
        Assert.Equal(Contract.Instance.Operations.Keys.Order(), Calls.ByName.Keys.Order());

    [Theory]
    [MemberData(nameof(ErrorsOfOperations))]
    public Task Error_of_an_operation_comes_as_its_own_class_with_all_details(string operation, string code, int status) =>
        CheckAsync(operation, code, status);

    [Theory]
    [MemberData(nameof(CommonErrors))]
    public Task Error_common_to_AWS_services_comes_as_its_own_class_with_all_details(string code, int status) =>
        CheckAsync("GetId", code, status);

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(429)]
    public async Task Error_is_identified_by_its_code_whatever_its_status(int status)
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Error("ResourceNotFoundException", status));

        Assert.IsType<ResourceNotFoundException>(error);
        Assert.Equal(status, (int)error.StatusCode!);
    }

    [Fact]
    public async Task Error_of_an_unknown_code_is_the_base_class_with_the_code_kept()
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Error("BrandNewException", 418, "What happened"));

        Assert.IsType<CognitoIdentityException>(error);
        Assert.Equal(("BrandNewException", "What happened", 418), (error.ErrorCode, error.Message, (int)error.StatusCode!));
        Assert.Equal((CannedResponse.RequestId, "GetId"), (error.RequestId, error.OperationName));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(304)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_is_not_followed_and_is_an_error(int status)
    {
        using var handler = new ScriptedHandler(CannedResponse.Body("", status, ("Location", "http://127.0.0.1:1/elsewhere")));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal((status, $"{status}"), ((int)error.StatusCode!, error.ErrorCode));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public void Error_made_by_a_users_fake_has_the_details_that_it_was_given()
    {
        var inner = new InvalidOperationException();
        var error = new TooManyRequestsException("Rate exceeded", inner)
        {
            StatusCode = HttpStatusCode.BadRequest,
            RequestId = "id",
            RetryAttempts = 2,
            OperationName = "GetId",
        };

        Assert.Equal(("TooManyRequestsException", "Rate exceeded", true), (error.ErrorCode, error.ServiceMessage, error.IsThrottling));
        Assert.Equal((HttpStatusCode.BadRequest, "id"), (error.StatusCode, error.RequestId));
        Assert.Equal((2, "GetId"), (error.RetryAttempts, error.OperationName));
        Assert.Same(inner, error.InnerException);
    }

    [Fact]
    public void Errors_of_every_class_are_public_and_sealed_and_can_be_made_with_a_message_and_a_cause()
    {
        var all = typeof(CognitoIdentityException).Assembly.GetTypes();
        var classes = all.Where(type => type.IsSubclassOf(typeof(CognitoIdentityException))).ToArray();

        Assert.NotEmpty(classes);
        foreach (var type in classes)
        {
            var cause = new InvalidOperationException();
            var error = (CognitoIdentityException)Activator.CreateInstance(type, ["Text", cause])!;
            Assert.True(type is { IsPublic: true, IsSealed: true }, type.Name);
            Assert.Equal(("Text", cause), (error.Message, error.InnerException));
            Assert.NotEmpty(((Exception)Activator.CreateInstance(type, [null, null])!).Message);
        }
    }

    private static async Task CheckAsync(string operation, string code, int status)
    {
        using var handler = new ScriptedHandler(CannedResponse.Error(code, status, "What happened"));
        using var client = TestClient.Create(handler, options => options.MaxAttempts = 2);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(Calls.ByName[operation](client, default));

        var className = code.EndsWith("Exception", StringComparison.Ordinal) ? code : code + "Exception";
        Assert.Equal(className, error.GetType().Name);
        Assert.True(error.GetType().IsSealed);
        Assert.Equal((code, "What happened", status), (error.ErrorCode, error.Message, (int)error.StatusCode!));
        Assert.Equal((CannedResponse.RequestId, operation), (error.RequestId, error.OperationName));
        Assert.Equal(handler.Requests.Count - 1, error.RetryAttempts);
    }
}
