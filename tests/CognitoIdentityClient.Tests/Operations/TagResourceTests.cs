namespace CognitoIdentity.Tests.Operations;

public sealed class TagResourceTests()
    : VoidOperationTests<TagResourceRequest, TagResourceResponse>((client, request) => client.TagResourceAsync(request))
{
    protected override TagResourceRequest Request => new()
    {
        ResourceArn = Example.PoolArn,
        Tags = new Dictionary<string, string> { ["team"] = "identity", ["stage"] = "" },
    };
}
