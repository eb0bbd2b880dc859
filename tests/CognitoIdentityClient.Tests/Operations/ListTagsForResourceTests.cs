namespace CognitoIdentity.Tests.Operations;

public sealed class ListTagsForResourceTests()
    : OutputOperationTests<ListTagsForResourceRequest, ListTagsForResourceResponse>(
        (client, request) => client.ListTagsForResourceAsync(request))
{
    protected override ListTagsForResourceRequest Request => new() { ResourceArn = Example.PoolArn };

    protected override void AssertResponse(ListTagsForResourceResponse response) =>
        Assert.Equal(new Dictionary<string, string> { ["team"] = "identity", ["stage"] = "" }, response.Tags);
}
