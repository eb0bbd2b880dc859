using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.UserCredentials;

public sealed class PoolIdTests
{
    // The form of https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html
    [Fact]
    public async Task Id_of_a_user_pool_in_the_options_is_called_one_in_the_words_of_the_request_check()
    {
        using var client = TestClient.Create(new ScriptedHandler(CannedResponse.Ok));

        var inOptions = Assert.Throws<OptionsValidationException>(
            () => new CognitoIdentityCredentials(new CognitoIdentityCredentialsOptions { IdentityPoolId = "us-east-1_AbCdEf123" }, client));
        var inRequest = await TestClient.FailureAsync<RequestValidationException>(
            client.GetIdAsync(new() { IdentityPoolId = "us-east-1_AbCdEf123" }));

        const string Words =
            "is us-east-1_AbCdEf123, the id of a user pool; identity pools and their identities have ids of the form REGION:GUID";
        Assert.Equal($"IdentityPoolId {Words}.", inOptions.Message);
        Assert.Contains(Words, inRequest.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-east-1", "IdentityPoolId 'us-east-1' is not REGION:GUID.")]
    [InlineData("", "IdentityPoolId is missing.")]
    public void Other_text_in_the_options_is_not_taken_for_the_id_of_a_user_pool(string id, string message)
    {
        using var client = TestClient.Create(new ScriptedHandler(CannedResponse.Ok));

        var error = Assert.Throws<OptionsValidationException>(
            () => new CognitoIdentityCredentials(new CognitoIdentityCredentialsOptions { IdentityPoolId = id }, client));

        Assert.Equal(message, error.Message);
    }
}
