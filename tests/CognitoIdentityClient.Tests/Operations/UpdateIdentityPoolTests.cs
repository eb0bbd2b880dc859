namespace CognitoIdentity.Tests.Operations;

public sealed class UpdateIdentityPoolTests()
    : OutputOperationTests<UpdateIdentityPoolRequest, IdentityPool>((client, request) => client.UpdateIdentityPoolAsync(request))
{
    protected override UpdateIdentityPoolRequest Request => new()
    {
        AllowClassicFlow = true,
        AllowUnauthenticatedIdentities = true,
        CognitoIdentityProviders = GoldenIdentityPool.UserPools,
        DeveloperProviderName = "login.mycompany.myapp",
        IdentityPoolId = Example.PoolId,
        IdentityPoolName = "MyIdentityPool",
        IdentityPoolTags = GoldenIdentityPool.Tags,
        OpenIdConnectProviderARNs = [Example.OpenIdConnectProvider],
        SamlProviderARNs = [Example.SamlProvider],
        SupportedLoginProviders = GoldenIdentityPool.LoginProviders,
    };

    protected override IReadOnlyList<string> NeededMembers => ["IdentityPoolId", "IdentityPoolName"];

    // The service resets a member that is left out, so the client must not send one that the caller did not set.
    [Fact]
    public Task Request_with_required_members_alone_leaves_out_the_others() => AssertSendsAsync(
        new() { AllowUnauthenticatedIdentities = false, IdentityPoolId = Example.PoolId, IdentityPoolName = "MyIdentityPool" },
        $$"""
        { "AllowUnauthenticatedIdentities": false, "IdentityPoolId": "{{Example.PoolId}}", "IdentityPoolName": "MyIdentityPool" }
        """);

    [Fact]
    public async Task Sample_of_the_api_reference_is_sent_and_read()
    {
        var pool = await ExchangeSampleAsync(new()
        {
            AllowUnauthenticatedIdentities = true,
            IdentityPoolId = "us-east-1:c1731993-c776-4ae2-86c6-554aeEXAMPLE",
            IdentityPoolName = "MyIdentityPool",
            SupportedLoginProviders = SampleLoginProviders.Five,
        });

        Assert.True(pool.AllowUnauthenticatedIdentities);
        Assert.Equal("us-east-1:c1731993-c776-4ae2-86c6-554aeEXAMPLE", pool.IdentityPoolId);
        Assert.Equal("MyIdentityPool", pool.IdentityPoolName);
        Assert.Equal(SampleLoginProviders.Five, pool.SupportedLoginProviders);
    }

    protected override void AssertResponse(IdentityPool response) => GoldenIdentityPool.AssertIs(response);
}
