namespace CognitoIdentity.Tests.Operations;

public sealed class GetIdTests() : OutputOperationTests<GetIdRequest, GetIdResponse>((client, request) => client.GetIdAsync(request))
{
    protected override GetIdRequest Request => new()
    {
        AccountId = "123456789012",
        IdentityPoolId = Example.PoolId,
        Logins = new Dictionary<string, string>
        {
            ["accounts.google.com"] = "google-token",
            ["graph.facebook.com"] = "facebook-token",
        },
    };

    protected override IReadOnlyList<string> NeededMembers => ["IdentityId"];

    [Fact]
    public Task Request_with_required_members_alone_leaves_out_the_others() =>
        AssertSendsAsync(new() { IdentityPoolId = Example.PoolId }, $$"""{ "IdentityPoolId": "{{Example.PoolId}}" }""");

    [Fact]
    public async Task Sample_of_the_api_reference_is_sent_and_read()
    {
        var response = await ExchangeSampleAsync(new()
        {
            AccountId = "123456789012",
            IdentityPoolId = "us-east-1:177a950c-2c08-43f0-9983-28727EXAMPLE",
        });

        Assert.Equal("us-east-1:88859bc9-0149-4183-bf10-39e36EXAMPLE", response.IdentityId);
    }

    protected override void AssertResponse(GetIdResponse response) => Assert.Equal(Example.IdentityId, response.IdentityId);
}
