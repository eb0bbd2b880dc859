using CognitoIdentity;

namespace CredentialsSamples;

internal static class DeveloperSample
{
    public static async Task<CognitoIdentitySession> RunAsync(ICognitoIdentityClient client, ICognitoIdentityClient backend, string poolId)
    {
        var user = CognitoIdentityUser.DeveloperAuthenticated((identityId, token) => AskBackendAsync(backend, poolId, identityId, token));
        var credentials = new CognitoIdentityCredentials(new() { IdentityPoolId = poolId, User = user }, client);

        return await credentials.GetSessionAsync();
    }

    // The backend does this once it knows who the user is. It signs with AWS credentials that the application never has.
    private static async Task<DeveloperIdentity> AskBackendAsync(
        ICognitoIdentityClient backend,
        string poolId,
        string? identityId,
        CancellationToken cancellationToken)
    {
        var response = await backend.GetOpenIdTokenForDeveloperIdentityAsync(
            new()
            {
                IdentityPoolId = poolId,
                IdentityId = identityId,
                Logins = new Dictionary<string, string> { ["login.example.com"] = "dave" },
            },
            cancellationToken);
        return new(response.IdentityId!, response.Token);
    }
}
