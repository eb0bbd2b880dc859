namespace CognitoIdentity.Tests.Operations;

/// <summary>An operation whose response has an empty body.</summary>
public abstract class VoidOperationTests<TRequest, TResponse>(Func<ICognitoIdentityClient, TRequest, Task<TResponse>> call)
    : OperationTests<TRequest, TResponse>(call)
    where TResponse : CognitoIdentityResponse, new()
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html><body>OK</body></html>")]
    [InlineData("{\"IdentityPoolId\":")]
    public async Task Response_with_any_body_is_success(string body) => AssertResponse(await ReadAsync(body));

    protected sealed override void AssertResponse(TResponse response) => Assert.Equal(new TResponse(), response);
}
