namespace CognitoIdentity.Tests.Operations;

/// <summary>The pool that the golden files of CreateIdentityPool, DescribeIdentityPool and UpdateIdentityPool have.</summary>
internal static class GoldenIdentityPool
{
    public static IReadOnlyList<CognitoIdentityProvider> UserPools { get; } =
        [new() { ClientId = Example.ClientId, ProviderName = Example.UserPool, ServerSideTokenCheck = true }];

    public static IReadOnlyDictionary<string, string> Tags { get; } = new Dictionary<string, string>
    {
        ["team"] = "identity",
        ["stage"] = "",
    };

    public static IReadOnlyDictionary<string, string> LoginProviders { get; } = new Dictionary<string, string>
    {
        ["accounts.google.com"] = "123456789012.apps.googleusercontent.com",
        ["graph.facebook.com"] = "7346241598935555",
    };

    public static void AssertIs(IdentityPool pool)
    {
        Assert.True(pool.AllowClassicFlow);
        Assert.True(pool.AllowUnauthenticatedIdentities);
        Assert.Equal(UserPools, pool.CognitoIdentityProviders);
        Assert.Equal("login.mycompany.myapp", pool.DeveloperProviderName);
        Assert.Equal(Example.PoolId, pool.IdentityPoolId);
        Assert.Equal("MyIdentityPool", pool.IdentityPoolName);
        Assert.Equal(Tags, pool.IdentityPoolTags);
        Assert.Equal([Example.OpenIdConnectProvider], pool.OpenIdConnectProviderARNs);
        Assert.Equal([Example.SamlProvider], pool.SamlProviderARNs);
        Assert.Equal(LoginProviders, pool.SupportedLoginProviders);
    }
}
