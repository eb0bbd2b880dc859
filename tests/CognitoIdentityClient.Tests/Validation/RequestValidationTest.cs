using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Validation;

/// <summary>The base of the tests of request validation: a client whose service takes every request.</summary>
public abstract class RequestValidationTest
{
    private protected const string Secret = "secret-of-the-user";

    private protected ScriptedHandler Service { get; } = ScriptedHandler.Responding("{}");

    private protected TestCredentials Credentials { get; } = new();

    private protected async Task<RequestValidationException> RefusedAsync(Func<CognitoIdentityClient, Task> call)
    {
        using var client = CreateClient();
        return await Assert.ThrowsAsync<RequestValidationException>(() => call(client));
    }

    // Full is the default.
    private protected CognitoIdentityClient CreateClient(RequestValidation? validation = null)
    {
        var options = new CognitoIdentityClientOptions { Region = "us-east-1", Credentials = Credentials, MaxAttempts = 1 };
        options.RequestValidation = validation ?? options.RequestValidation;
        return new(options, Service);
    }
}
