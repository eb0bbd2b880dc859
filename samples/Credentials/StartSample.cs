using CognitoIdentity;

namespace CredentialsSamples;

internal static class StartSample
{
    public static async Task<CognitoIdentitySession> RunAsync(ICognitoIdentityClient client, string poolId)
    {
        var credentials = new CognitoIdentityCredentials(new() { IdentityPoolId = poolId }, client);
        var session = await credentials.GetSessionAsync(); // Or: new AmazonS3Client(credentials, RegionEndpoint.EUCentral1)
        Console.WriteLine($"{session.IdentityId} until {session.Expiration}");
        return session;
    }
}
