namespace CognitoIdentity.Tests.Operations;

public sealed class UntagResourceTests()
    : VoidOperationTests<UntagResourceRequest, UntagResourceResponse>((client, request) => client.UntagResourceAsync(request))
{
    protected override UntagResourceRequest Request => new() { ResourceArn = Example.PoolArn, TagKeys = ["team", "stage"] };
}
