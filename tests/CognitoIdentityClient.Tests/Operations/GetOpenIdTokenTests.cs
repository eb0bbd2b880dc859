namespace CognitoIdentity.Tests.Operations;

public sealed class GetOpenIdTokenTests()
    : OutputOperationTests<GetOpenIdTokenRequest, GetOpenIdTokenResponse>((client, request) => client.GetOpenIdTokenAsync(request))
{
    protected override GetOpenIdTokenRequest Request => new()
    {
        IdentityId = Example.IdentityId,
        Logins = new Dictionary<string, string> { ["accounts.google.com"] = "google-token" },
    };

    protected override IReadOnlyList<string> NeededMembers => ["Token"];

    [Fact]
    public async Task Sample_of_the_api_reference_is_sent_and_read()
    {
        const string SampleIdentityId = "us-east-1:88859bc9-0149-4183-bf10-39e36EXAMPLE";

        var response = await ExchangeSampleAsync(new() { IdentityId = SampleIdentityId });

        Assert.Equal(SampleIdentityId, response.IdentityId);
        Assert.StartsWith("eyJhbGciOiJSUzUxMiIsInR5cCI6IkpXUyIsImtpZCI6InVzLWVhc3QtMTEifQ.", response.Token);
        Assert.EndsWith("ATANaJbMJlu00kbzqkxFyDioIWJkyPEXAMPLE", response.Token);
    }

    protected override void AssertResponse(GetOpenIdTokenResponse response)
    {
        Assert.Equal(Example.IdentityId, response.IdentityId);
        Assert.Equal("open-id-token", response.Token);
    }
}
