namespace CognitoIdentity.Tests.Operations;

public sealed class ListIdentitiesTests()
    : OutputOperationTests<ListIdentitiesRequest, ListIdentitiesResponse>((client, request) => client.ListIdentitiesAsync(request))
{
    protected override ListIdentitiesRequest Request => new()
    {
        HideDisabled = true,
        IdentityPoolId = Example.PoolId,
        MaxResults = 60,
        NextToken = Example.NextToken,
    };

    [Fact]
    public async Task Sample_of_the_api_reference_is_sent_and_read()
    {
        var response = await ExchangeSampleAsync(new()
        {
            IdentityPoolId = "us-east-1:509f9747-5b5d-484e-a2d7-74fcba108147",
            MaxResults = 10,
        });

        Assert.Equal(
            ["us-east-1:1eeb6443-3fbc-4d3f-a96c-28ff0EXAMPLE", "us-east-1:6820d0d3-3c95-4d9f-8813-c4448EXAMPLE"],
            response.Identities.Select(identity => identity.IdentityId));
        Assert.All(response.Identities, identity => Assert.Empty(identity.Logins));
        Assert.Equal("us-east-1:509f9747-5b5d-484e-a2d7-74fcbEXAMPLE", response.IdentityPoolId);
        Assert.Null(response.NextToken);
    }

    protected override void AssertResponse(ListIdentitiesResponse response)
    {
        var identity = Assert.Single(response.Identities);
        Assert.Equal(new(2014, 8, 4, 22, 7, 37, 250, TimeSpan.Zero), identity.CreationDate);
        Assert.Equal(Example.IdentityId, identity.IdentityId);
        Assert.Equal(new(2015, 9, 21, 23, 18, 32, TimeSpan.Zero), identity.LastModifiedDate);
        Assert.Equal(["accounts.google.com"], identity.Logins);
        Assert.Equal(Example.PoolId, response.IdentityPoolId);
        Assert.Equal(Example.NextToken, response.NextToken);
    }
}
