using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>The names in hints are those of the client's region.</summary>
public sealed class RegionalHintTests
{
    private const string CognitoToken = "Invalid login token. Can't pass in a Cognito token.";
    private const string UserPool = "Invalid Cognito Identity Provider";

    // GovCloud: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html
    // China: https://github.com/aws/aws-sdk-net/issues/1251
    [Theory]
    [InlineData("us-east-1", CognitoToken, "as the key: cognito-identity.amazonaws.com.")]
    [InlineData("cn-north-1", CognitoToken, "as the key: cognito-identity.cn-north-1.amazonaws.com.cn.")]
    [InlineData("cn-northwest-1", CognitoToken, "as the key: cognito-identity.cn-northwest-1.amazonaws.com.cn.")]
    [InlineData("us-gov-west-1", CognitoToken, "as the key: cognito-identity-us-gov.amazonaws.com.")]
    [InlineData("US-GOV-EAST-1", CognitoToken, "as the key: cognito-identity.us-gov-east-1.amazonaws.com.")]
    [InlineData("eu-central-1", UserPool, "ProviderName to cognito-idp.<region>.amazonaws.com/<user pool id>, and")]
    [InlineData("us-gov-west-1", UserPool, "ProviderName to cognito-idp.<region>.amazonaws.com/<user pool id>, and")]
    [InlineData("CN-North-1", UserPool, "ProviderName to cognito-idp.<region>.amazonaws.com.cn/<user pool id>, and")]
    public async Task Hint_of_an_error_of_the_service_has_the_names_of_the_region(string region, string message, string expected)
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("NotAuthorizedException", message: message));
        using var client =
            TestClient.Create(handler, options => (options.Region, options.RequestValidation) = (region, RequestValidation.None));

        var error = await TestClient.FailureAsync<NotAuthorizedException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Contains(expected, error.Hint, StringComparison.Ordinal);
        Assert.EndsWith($"Hint: {error.Hint}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("China", error.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("{", error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CognitoToken, "as the key: cognito-identity.amazonaws.com, and other names in China and AWS GovCloud (US).")]
    [InlineData(UserPool, "cognito-idp.<region>.amazonaws.com/<user pool id> (in China amazonaws.com.cn), and")]
    public void Hint_of_an_error_without_a_region_says_where_the_names_differ(string message, string expected)
    {
        var hint = new NotAuthorizedException(message).Hint;

        Assert.Contains(expected, hint, StringComparison.Ordinal);
        Assert.DoesNotContain("{", hint, StringComparison.Ordinal);
    }

    // The error of a refresh that names the provider of the refused token.
    [Fact]
    public async Task Hint_of_the_error_of_credentials_has_the_names_of_the_region()
    {
        using var handler = new ScriptedHandler(
            CannedResponse.Body("""{"IdentityId":"cn-north-1:177a950c-2c08-43f0-9983-28727e9a3b11"}"""),
            CannedResponse.Error("NotAuthorizedException", message: CognitoToken));
        using var client = TestClient.Create(handler, options => options.Region = "cn-north-1");
        var user = CognitoIdentityUser.SignedIn(new Dictionary<string, string> { ["a.example.com"] = "a", ["b.example.com"] = "b" });
        var credentials = new CognitoIdentityCredentials(
            new() { IdentityPoolId = "cn-north-1:177a950c-2c08-43f0-9983-28727e9a3b11", User = user }, client);

        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync().WithinSafetyLimit());

        Assert.StartsWith(
            $"More than one of the login tokens of a.example.com, b.example.com was refused: {CognitoToken} Hint:", error.Message);
        Assert.Contains("cognito-identity.cn-north-1.amazonaws.com.cn.", error.Hint, StringComparison.Ordinal);
        Assert.Equal(2, error.Message.Split("Hint:").Length);
    }
}
