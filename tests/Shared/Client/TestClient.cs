using Amazon.Runtime;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// The real client over a handler of the test, in us-east-1, with the example keys of AWS's documents and a clock of its own.
/// </summary>
public static class TestClient
{
    public const string PoolId = "us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11";

    public static AWSCredentials Credentials { get; } =
        new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    public static GetIdRequest GetIdRequest { get; } = new() { IdentityPoolId = "us-east-1:1" };

    /// <summary>The request of a signed operation that reads.</summary>
    public static ListIdentityPoolsRequest ListRequest { get; } = new() { MaxResults = 1 };

    public static CognitoIdentityClient Create(HttpMessageHandler handler, Action<CognitoIdentityClientOptions>? configure = null) =>
        new(Options(configure), handler);

    public static CognitoIdentityClientOptions Options(Action<CognitoIdentityClientOptions>? configure = null)
    {
        var options = new CognitoIdentityClientOptions
        {
            Region = "us-east-1",
            Credentials = Credentials,
            TimeProvider = new VirtualTime(),
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>The error that a call ends with: of type <typeparamref name="T"/> or derived from it.</summary>
    public static async Task<T> FailureAsync<T>(Task call)
        where T : Exception =>
        await Assert.ThrowsAnyAsync<T>(() => call);

    /// <summary>The error of one attempt of GetId for one response.</summary>
    public static async Task<CognitoIdentityException> ErrorOfAsync(Step response)
    {
        using var handler = new ScriptedHandler(response);
        using var client = Create(handler, options => options.MaxAttempts = 1);
        return await FailureAsync<CognitoIdentityException>(client.GetIdAsync(GetIdRequest));
    }
}
