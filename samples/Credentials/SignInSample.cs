using CognitoIdentity;

namespace CredentialsSamples;

internal static class SignInSample
{
    public static async Task<CognitoIdentitySession> RunAsync(ICognitoIdentityClient client, string poolId)
    {
        var credentials = new CognitoIdentityCredentials(new() { IdentityPoolId = poolId }, client);
        var guest = await credentials.GetSessionAsync();

        var user = CognitoIdentityUser.SignedIn(SamplePool.UserPool, token => SamplePool.GetTokenAsync("bob", token));
        var session = await credentials.SignInAsync(user, GuestIdentityPolicy.Keep);
        Console.WriteLine($"{guest.IdentityId} is now {session.IdentityId}");

        await credentials.SignOutAsync();
        return session;
    }
}
