using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.UserLogins;

namespace CognitoIdentity.Tests.Validation;

/// <summary>Logins that no provider takes are reported before anything is sent.</summary>
public sealed class LoginValidationTests : RequestValidationTest
{
    [Fact]
    public async Task Access_token_as_a_login_is_reported_before_anything_is_sent()
    {
        var exception = await RefusedAsync(client => client.GetIdAsync(new()
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { [Example.UserPool] = TestToken.UserPool("access") },
        }));

        Assert.Equal(
            $"Logins[\"{Example.UserPool}\"] is an access token; the user pool's ID token is needed",
            Assert.Single(exception.Violations).Message);
        Assert.Empty(Service.Requests);
    }

    [Theory]
    [InlineData("us-east-1_AbCdEf123")]
    [InlineData("us-gov-west-1_AbCdEf123")]
    public async Task Id_of_a_user_pool_is_reported_and_shown_before_anything_is_sent(string id)
    {
        var exception = await RefusedAsync(client => client.GetIdAsync(new() { IdentityPoolId = id }));

        Assert.Equal(
            $"IdentityPoolId is {id}, the id of a user pool; identity pools and their identities have ids of the form REGION:GUID",
            Assert.Single(exception.Violations).Message);
        Assert.Empty(Service.Requests);
    }

    [Theory]
    [InlineData("graph.facebook.com", "Bearer secret")]
    [InlineData("accounts.google.com", "bearer secret")]
    [InlineData(Example.UserPool, "BEARER secret")]
    [InlineData(Example.SamlProvider, "Bearer secret")]
    public async Task Prefix_of_a_header_in_a_login_is_reported_before_anything_is_sent(string provider, string token)
    {
        var exception = await RefusedAsync(client => client.GetIdAsync(new()
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { [provider] = token },
        }));

        Assert.Equal(
            $"Logins[\"{provider}\"] begins with \"Bearer \", which belongs to an HTTP header; pass only the token after it",
            Assert.Single(exception.Violations).Message);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    // The users of a developer provider may have any id. Only a token after the prefix is certainly a mistake.
    [Fact]
    public void Prefix_in_the_id_of_a_developer_providers_user_is_refused_before_a_token_only()
    {
        Assert.Empty(Violations.In(Request("Bearer Smith")));
        Assert.Equal("Logins[\"login.mycompany.myapp\"]", Assert.Single(Violations.In(Request($"Bearer {TestToken.UserPool("id")}"))).Path);

        static GetOpenIdTokenForDeveloperIdentityRequest Request(string userId) => new()
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { ["login.mycompany.myapp"] = userId },
        };
    }

    // The service decides which names a pool knows, but none begins with https://.
    [Fact]
    public void Key_of_a_login_that_begins_with_https_is_reported()
    {
        var request = new GetIdRequest
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { ["https://accounts.google.com"] = "t", ["Facebook"] = "t", ["google"] = "t" },
        };

        Assert.Equal(
            "Logins[\"https://accounts.google.com\"] has a key that begins with \"https://\"; a provider's name is its address without "
            + "that",
            Assert.Single(Violations.In(request)).Message);
        Assert.Empty(Violations.In(request, RequestValidation.RequiredOnly));
    }

    [Fact]
    public async Task Access_token_of_a_provider_that_takes_them_is_sent()
    {
        using var client = CreateClient();
        await Assert.ThrowsAsync<InvalidResponseException>(() => client.GetIdAsync(new()
        {
            IdentityPoolId = Example.PoolId,
            Logins = new Dictionary<string, string> { ["graph.facebook.com"] = TestToken.UserPool("access") },
        }));

        Assert.Single(Service.Requests);
    }
}
