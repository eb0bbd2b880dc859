namespace CognitoIdentity.Tests.Operations;

/// <summary>The pool that the golden responses of CreateIdentityPool, DescribeIdentityPool and UpdateIdentityPool have.</summary>
internal static class GoldenIdentityPool
{
    public static void AssertIs(IdentityPool pool)
    {
        Assert.True(pool.AllowClassicFlow);
        Assert.True(pool.AllowUnauthenticatedIdentities);
        Assert.Equal(
            [new() { ClientId = Example.ClientId, ProviderName = Example.UserPool, ServerSideTokenCheck = true }],
            pool.CognitoIdentityProviders);
        Assert.Equal("login.mycompany.myapp", pool.DeveloperProviderName);
        Assert.Equal(Example.PoolId, pool.IdentityPoolId);
        Assert.Equal("MyIdentityPool", pool.IdentityPoolName);
        Assert.Equal(new Dictionary<string, string> { ["team"] = "identity", ["stage"] = "" }, pool.IdentityPoolTags);
        Assert.Equal([Example.OpenIdConnectProvider], pool.OpenIdConnectProviderARNs);
        Assert.Equal([Example.SamlProvider], pool.SamlProviderARNs);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["accounts.google.com"] = "123456789012.apps.googleusercontent.com",
                ["graph.facebook.com"] = "7346241598935555",
            },
            pool.SupportedLoginProviders);
    }
}
