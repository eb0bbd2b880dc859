using CognitoIdentity;
using CognitoIdentity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CredentialsSamples;

internal static class ServerSample
{
    public static async Task<IReadOnlyList<CognitoIdentitySession>> RunAsync(CognitoIdentityEmulator emulator, string poolId)
    {
        var services = new ServiceCollection();
        services.AddCognitoIdentity(options => options.Endpoint = emulator.Endpoint);
        services.AddCognitoIdentityCredentials(options =>
        {
            options.IdentityPoolId = poolId;
            options.MaxUsers = 50_000;
        });
        await using var provider = services.BuildServiceProvider();

        var factory = provider.GetRequiredService<ICognitoIdentityCredentialsFactory>();
        return [await HandleAsync(factory, "erin", "erin's id token"), await HandleAsync(factory, "frank", "frank's id token")];
    }

    // Handles a request of a user whose token the server has checked: the subject is the key, the token goes on to the identity pool.
    private static async Task<CognitoIdentitySession> HandleAsync(
        ICognitoIdentityCredentialsFactory factory,
        string subject,
        string idToken)
    {
        var credentials = factory.ForUser(subject, new Dictionary<string, string> { [SamplePool.UserPool] = idToken });
        return await credentials.GetSessionAsync();
    }
}
