using CognitoIdentity;

namespace CredentialsSamples;

/// <summary>The identity pool of the samples: guests, a user pool, Google, and the application's own sign-in.</summary>
internal static class SamplePool
{
    public const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_example";
    public const string DeveloperProvider = "login.example.com";
    public const string GuestRole = "arn:aws:iam::123456789012:role/guest";
    public const string UserRole = "arn:aws:iam::123456789012:role/user";

    public static async Task<string> CreateAsync(ICognitoIdentityClient client)
    {
        var pool = await client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "Credentials sample",
            AllowUnauthenticatedIdentities = true,
            DeveloperProviderName = DeveloperProvider,
            SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "example.apps.googleusercontent.com" },
            CognitoIdentityProviders = [new() { ProviderName = UserPool, ClientId = "client" }],
        });
        await client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            Roles = new Dictionary<RoleType, string>
            {
                [RoleType.Unauthenticated] = GuestRole,
                [RoleType.Authenticated] = UserRole,
            },
        });
        return pool.IdentityPoolId;
    }

    /// <summary>Returns a token as an application's sign-in would. The emulator accepts any text as one.</summary>
    public static Task<string> GetTokenAsync(string user, CancellationToken cancellationToken) =>
        Task.FromResult($"a token of {user}").WaitAsync(cancellationToken);
}
