namespace CognitoIdentity.Tests.Operations;

public sealed class ListIdentityPoolsTests()
    : OutputOperationTests<ListIdentityPoolsRequest, ListIdentityPoolsResponse>((client, request) => client.ListIdentityPoolsAsync(request))
{
    protected override ListIdentityPoolsRequest Request => new() { MaxResults = 60, NextToken = Example.NextToken };

    [Fact]
    public async Task Sample_of_the_api_reference_is_sent_and_read()
    {
        var response = await ExchangeSampleAsync(new() { MaxResults = 3 });

        Assert.Equal(
            [
                new() { IdentityPoolId = "us-east-1:0248e249-21e7-495a-9dd5-b2444EXAMPLE", IdentityPoolName = "MyIdentityPool1" },
                new() { IdentityPoolId = "us-east-1:04507bc2-9e14-4d1b-8cbf-b6f51EXAMPLE", IdentityPoolName = "MyIdentityPool2" },
                new() { IdentityPoolId = "us-east-1:177a950c-2c08-43f0-9983-28727EXAMPLE", IdentityPoolName = "MyIdentityPool3" },
            ],
            response.IdentityPools);
        Assert.Equal(Example.NextToken, response.NextToken);
    }

    protected override void AssertResponse(ListIdentityPoolsResponse response)
    {
        Assert.Equal([new() { IdentityPoolId = Example.PoolId, IdentityPoolName = "MyIdentityPool" }], response.IdentityPools);
        Assert.Equal(Example.NextToken, response.NextToken);
    }
}
