using System.Globalization;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.Validation;

namespace CognitoIdentity.Tests.Operations;

/// <summary>
/// One operation on the wire: what is sent and how the response is read, against the golden files. A derived class has the operation's
/// request and its expectations.
/// </summary>
public abstract class OperationTests<TRequest, TResponse>(Func<ICognitoIdentityClient, TRequest, Task<TResponse>> call)
{
    protected static readonly string Name = typeof(TRequest).Name[..^"Request".Length];

    /// <summary>The request of the golden file: every member is set.</summary>
    protected abstract TRequest Request { get; }

    [Fact]
    public async Task Request_with_every_member_is_the_golden_json()
    {
        var service = await CallAsync(Request);

        JsonAssert.Equal(GoldenFile.Request(Name), service.Requests[0].Body);
    }

    [Fact]
    public void Request_with_every_member_is_valid() => Assert.Empty(Violations.In(Request!));

    [Fact]
    public async Task Request_headers_are_those_of_the_protocol()
    {
        var sent = (await CallAsync(Request)).Requests[0];

        Assert.Equal(HttpMethod.Post, sent.Method);
        Assert.Equal("https://cognito-identity.us-east-1.amazonaws.com/", sent.Uri.AbsoluteUri);
        Assert.Equal("AWSCognitoIdentityService." + Name, sent.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", sent.Headers["Content-Type"]);
        Assert.Equal(sent.Body.Length.ToString(CultureInfo.InvariantCulture), sent.Headers["Content-Length"]);
        Assert.DoesNotContain("Transfer-Encoding", sent.Headers.Keys);
    }

    [Fact]
    public async Task Request_is_signed_only_if_the_contract_says_so()
    {
        var credentials = new TestCredentials();
        var sent = (await CallAsync(Request, credentials)).Requests[0];

        var isSigned = Contract.Instance.Operations[Name].IsSigned;
        Assert.Equal(isSigned ? 1 : 0, credentials.Asked);
        Assert.All(
            ["Authorization", "X-Amz-Date", "X-Amz-Security-Token"],
            header => Assert.Equal(isSigned, sent.Headers.ContainsKey(header)));
    }

    [Fact]
    public async Task Response_with_every_member_is_read() => AssertResponse(await ReadAsync(GoldenFile.Response(Name)));

    /// <summary>Compares every member with the value in the golden file.</summary>
    protected abstract void AssertResponse(TResponse response);

    protected async Task AssertSendsAsync(TRequest request, string json) =>
        JsonAssert.Equal(json, (await CallAsync(request)).Requests[0].Body);

    /// <summary>Sends the request of the API reference's sample, and reads the response of it.</summary>
    protected async Task<TResponse> ExchangeSampleAsync(TRequest request)
    {
        var service = ScriptedHandler.Responding(GoldenFile.Response(Name + ".sample"));
        using var client = service.CreateClient();
        var response = await call(client, request);
        JsonAssert.Equal(GoldenFile.Request(Name + ".sample"), service.Requests[0].Body);
        return response;
    }

    protected async Task<TResponse> ReadAsync(string body)
    {
        using var client = ScriptedHandler.Responding(body).CreateClient();
        return await call(client, Request);
    }

    private async Task<ScriptedHandler> CallAsync(TRequest request, TestCredentials? credentials = null)
    {
        var service = ScriptedHandler.Responding(GoldenFile.Response(Name));
        using var client = service.CreateClient(credentials);
        await call(client, request);
        return service;
    }
}
