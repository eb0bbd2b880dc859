using CognitoIdentity;

namespace CredentialsSamples;

internal static class GuestSample
{
    public static async Task<CognitoIdentitySession> RunAsync(ICognitoIdentityClient client, string poolId)
    {
        var applicationData = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var credentials = new CognitoIdentityCredentials(
            new()
            {
                IdentityPoolId = poolId,
                IdentityIdStore = new FileIdentityIdStore(Path.Combine(applicationData, "credentials-sample", "identities")),
            },
            client);

        return await credentials.GetSessionAsync();
    }
}
