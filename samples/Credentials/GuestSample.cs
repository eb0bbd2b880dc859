using CognitoIdentity;

namespace CredentialsSamples;

internal static class GuestSample
{
    public static async Task<CognitoIdentitySession> RunAsync(ICognitoIdentityClient client, string poolId)
    {
        // The folder of the user's application data, which a new account does not have yet.
        var applicationData = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var credentials = new CognitoIdentityCredentials(
            new()
            {
                IdentityPoolId = poolId,
                IdentityIdStore = new FileIdentityIdStore(Path.Combine(applicationData, "credentials-sample", "identities")),
                // A guest whose identity is not stored is another one after the restart: a busy disk may take its time.
                StoreTimeout = TimeSpan.FromMinutes(1),
            },
            client);

        return await credentials.GetSessionAsync();
    }
}
