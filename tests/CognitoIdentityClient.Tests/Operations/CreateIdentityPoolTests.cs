namespace CognitoIdentity.Tests.Operations;

public sealed class CreateIdentityPoolTests()
    : OutputOperationTests<CreateIdentityPoolRequest, IdentityPool>((client, request) => client.CreateIdentityPoolAsync(request))
{
    protected override CreateIdentityPoolRequest Request => new()
    {
        AllowClassicFlow = true,
        AllowUnauthenticatedIdentities = true,
        CognitoIdentityProviders = GoldenIdentityPool.UserPools,
        DeveloperProviderName = "login.mycompany.myapp",
        IdentityPoolName = "MyIdentityPool",
        IdentityPoolTags = GoldenIdentityPool.Tags,
        OpenIdConnectProviderARNs = [Example.OpenIdConnectProvider],
        SamlProviderARNs = [Example.SamlProvider],
        SupportedLoginProviders = GoldenIdentityPool.LoginProviders,
    };

    protected override IReadOnlyList<string> NeededMembers => ["IdentityPoolId", "IdentityPoolName"];

    [Fact]
    public Task Request_with_required_members_alone_leaves_out_the_others() => AssertSendsAsync(
        new() { AllowUnauthenticatedIdentities = false, IdentityPoolName = "MyIdentityPool" },
        """{ "AllowUnauthenticatedIdentities": false, "IdentityPoolName": "MyIdentityPool" }""");

    [Fact]
    public async Task Sample_of_the_api_reference_is_sent_and_read()
    {
        var pool = await ExchangeSampleAsync(new()
        {
            AllowUnauthenticatedIdentities = true,
            IdentityPoolName = "MyIdentityPool",
            SupportedLoginProviders = SampleLoginProviders.Five,
        });

        Assert.True(pool.AllowUnauthenticatedIdentities);
        Assert.Null(pool.AllowClassicFlow);
        Assert.Equal("us-east-1:1cf667a2-49a6-454b-9e45-23199EXAMPLE", pool.IdentityPoolId);
        Assert.Equal("MyIdentityPool", pool.IdentityPoolName);
        Assert.Equal(SampleLoginProviders.Five, pool.SupportedLoginProviders);
    }

    protected override void AssertResponse(IdentityPool response) => GoldenIdentityPool.AssertIs(response);
}
