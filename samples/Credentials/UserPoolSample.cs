using CognitoIdentity;

namespace CredentialsSamples;

internal static class UserPoolSample
{
    public static async Task<CognitoIdentitySession> RunAsync(ICognitoIdentityClient client, string poolId)
    {
        // The callback returns the current ID token, and renews it with the refresh token when it has expired.
        var alice = CognitoIdentityUser
            .SignedIn("cognito-idp.us-east-1.amazonaws.com/us-east-1_example", token => SamplePool.GetTokenAsync("alice", token))
            .WithKey("alice");
        var credentials = new CognitoIdentityCredentials(new() { IdentityPoolId = poolId, User = alice }, client);

        return await credentials.GetSessionAsync();
    }
}
