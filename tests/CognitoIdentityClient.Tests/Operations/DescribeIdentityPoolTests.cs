namespace CognitoIdentity.Tests.Operations;

public sealed class DescribeIdentityPoolTests()
    : OutputOperationTests<DescribeIdentityPoolRequest, IdentityPool>((client, request) => client.DescribeIdentityPoolAsync(request))
{
    protected override DescribeIdentityPoolRequest Request => new() { IdentityPoolId = Example.PoolId };

    protected override IReadOnlyList<string> NeededMembers => ["IdentityPoolId", "IdentityPoolName"];

    [Fact]
    public async Task Sample_of_the_api_reference_is_sent_and_read()
    {
        const string SamplePoolId = "us-east-1:177a950c-2c08-43f0-9983-28727EXAMPLE";

        var pool = await ExchangeSampleAsync(new() { IdentityPoolId = SamplePoolId });

        Assert.True(pool.AllowUnauthenticatedIdentities);
        Assert.Equal(SamplePoolId, pool.IdentityPoolId);
        Assert.Equal("MyIdentityPool", pool.IdentityPoolName);
        Assert.Equal(SampleLoginProviders.Three, pool.SupportedLoginProviders);
    }

    protected override void AssertResponse(IdentityPool response) => GoldenIdentityPool.AssertIs(response);
}
