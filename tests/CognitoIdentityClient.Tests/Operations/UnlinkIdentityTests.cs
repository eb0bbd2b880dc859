namespace CognitoIdentity.Tests.Operations;

public sealed class UnlinkIdentityTests()
    : VoidOperationTests<UnlinkIdentityRequest, UnlinkIdentityResponse>((client, request) => client.UnlinkIdentityAsync(request))
{
    protected override UnlinkIdentityRequest Request => new()
    {
        IdentityId = Example.IdentityId,
        Logins = new Dictionary<string, string> { ["accounts.google.com"] = "google-token" },
        LoginsToRemove = ["accounts.google.com", "graph.facebook.com"],
    };

    [Fact]
    public Task Sample_of_the_api_reference_is_sent() => ExchangeSampleAsync(new()
    {
        IdentityId = Example.OtherIdentityId,
        Logins = new Dictionary<string, string> { ["accounts.google.com"] = "<PROVIDER_TOKEN>" },
        LoginsToRemove = ["accounts.google.com"],
    });
}
