namespace CognitoIdentity.Tests.Operations;

public sealed class DescribeIdentityTests()
    : OutputOperationTests<DescribeIdentityRequest, DescribeIdentityResponse>((client, request) => client.DescribeIdentityAsync(request))
{
    protected override DescribeIdentityRequest Request => new() { IdentityId = Example.IdentityId };

    protected override void AssertResponse(DescribeIdentityResponse response)
    {
        Assert.Equal(new(2014, 8, 4, 22, 7, 37, 250, TimeSpan.Zero), response.CreationDate);
        Assert.Equal(Example.IdentityId, response.IdentityId);
        Assert.Equal(new(2015, 9, 21, 23, 18, 32, TimeSpan.Zero), response.LastModifiedDate);
        Assert.Equal(["accounts.google.com", "login.mycompany.myapp"], response.Logins);
    }
}
