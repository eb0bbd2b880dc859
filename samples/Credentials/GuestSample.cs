using CognitoIdentity;

namespace CredentialsSamples;

internal static class GuestSample
{
    public static async Task<CognitoIdentitySession> RunAsync(ICognitoIdentityClient client, string poolId)
    {
        var credentials = new CognitoIdentityCredentials(
            new()
            {
                IdentityPoolId = poolId,
                IdentityIdStore = new FileIdentityIdStore(Path.Combine(Path.GetTempPath(), "credentials-sample", "identities")),
            },
            client);

        // Any AWS client takes it: new AmazonS3Client(credentials, RegionEndpoint.EUCentral1).
        var session = await credentials.GetSessionAsync();
        return session;
    }
}
