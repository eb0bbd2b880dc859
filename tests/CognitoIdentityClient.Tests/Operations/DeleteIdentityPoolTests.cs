namespace CognitoIdentity.Tests.Operations;

public sealed class DeleteIdentityPoolTests()
    : VoidOperationTests<DeleteIdentityPoolRequest, DeleteIdentityPoolResponse>(
        (client, request) => client.DeleteIdentityPoolAsync(request))
{
    protected override DeleteIdentityPoolRequest Request => new() { IdentityPoolId = Example.PoolId };

    [Fact]
    public Task Sample_of_the_api_reference_is_sent() =>
        ExchangeSampleAsync(new() { IdentityPoolId = "us-east-1:177a950c-2c08-43f0-9983-28727EXAMPLE" });
}
