using CognitoIdentity;

namespace CredentialsSamples;

internal static class GoogleSample
{
    public static async Task<CognitoIdentitySession> RunAsync(ICognitoIdentityClient client, string poolId)
    {
        var user = CognitoIdentityUser.SignedIn("accounts.google.com", token => SamplePool.GetTokenAsync("carol", token));
        var credentials = new CognitoIdentityCredentials(
            new()
            {
                IdentityPoolId = poolId,
                User = user,
                RefreshFailed = failure => Console.Error.WriteLine($"Served until {failure.ServedUntil:t}: {failure.Exception.Message}"),
            },
            client);

        return await credentials.GetSessionAsync();
    }
}
