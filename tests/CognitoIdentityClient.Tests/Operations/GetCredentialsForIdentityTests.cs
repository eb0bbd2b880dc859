namespace CognitoIdentity.Tests.Operations;

public sealed class GetCredentialsForIdentityTests()
    : OutputOperationTests<GetCredentialsForIdentityRequest, GetCredentialsForIdentityResponse>(
        (client, request) => client.GetCredentialsForIdentityAsync(request))
{
    protected override GetCredentialsForIdentityRequest Request => new()
    {
        CustomRoleArn = Example.AdminRole,
        IdentityId = Example.IdentityId,
        Logins = new Dictionary<string, string> { ["accounts.google.com"] = "google-token" },
    };

    protected override IReadOnlyList<string> NeededMembers =>
        ["Credentials", "Credentials.AccessKeyId", "Credentials.Expiration", "Credentials.SecretKey", "Credentials.SessionToken"];

    [Fact]
    public async Task Sample_of_the_api_reference_is_sent_and_read()
    {
        const string SampleIdentityId = "us-east-1:88b5cc2c-c8c4-4932-a4e5-fc85EXAMPLE";

        var response = await ExchangeSampleAsync(new() { IdentityId = SampleIdentityId });

        AssertCredentials(response.Credentials, new(2015, 9, 21, 23, 18, 32, TimeSpan.Zero));
        Assert.Equal(SampleIdentityId, response.IdentityId);
    }

    protected override void AssertResponse(GetCredentialsForIdentityResponse response)
    {
        AssertCredentials(response.Credentials, new(2015, 9, 21, 23, 18, 32, 123, TimeSpan.Zero));
        Assert.Equal(Example.IdentityId, response.IdentityId);
    }

    private static void AssertCredentials(Credentials credentials, DateTimeOffset expiration)
    {
        Assert.Equal("ASIAJIOA37R6EXAMPLE", credentials.AccessKeyId);
        Assert.Equal(expiration, credentials.Expiration);
        Assert.Equal("2gZ8QJQqkAHBzebQmghavFAfgmYpKWRqexample", credentials.SecretKey);
        Assert.Equal("AQoDYXdzEMf//////////wEasAWDYyZbsv2CTPExziDyYEXAMPLE", credentials.SessionToken);
    }
}
