using CognitoIdentity;
using CognitoIdentity.Testing;

namespace Scripts;

/// <summary>
/// The sample data of the scripts' emulator. It has the same ids in every run, so that a token of one run works in the next.
/// </summary>
internal static class SampleData
{
    private const string Provider = "login.example.com";
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_ExamplePo";

    public static async Task<CognitoIdentityEmulator> StartEmulatorAsync(CancellationToken cancellationToken)
    {
        var emulator = await CognitoIdentityEmulator.StartAsync(new() { RandomSeed = 1 }, cancellationToken);
        var old = new IdentitySeed { CreationDate = emulator.TimeProvider.GetUtcNow().AddYears(-1) };
        var poolId = emulator.Seed(new()
        {
            Name = "Sample pool",
            DeveloperProviderName = Provider,
            UserPools = new Dictionary<string, string> { [UserPool] = "exampleclient" },
            SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "example.apps.googleusercontent.com" },
            Tags = new Dictionary<string, string> { ["stage"] = "test" },
            Identities =
            [
                .. Enumerable.Repeat(old, 240),
                .. Enumerable.Repeat(new IdentitySeed(), 60),
                old with { Logins = new Dictionary<string, string> { [Provider] = "alice" } },
                old with { Logins = new Dictionary<string, string> { [Provider] = "bob" } },
            ],
        });

        using var client = emulator.CreateClient();
        await client.ModifyIdentityPoolRolesAsync(
            poolId,
            roles => roles with
            {
                RoleMappings = new Dictionary<string, RoleMapping>
                {
                    [$"{UserPool}:exampleclient"] =
                        new() { Type = RoleMappingType.Token, AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny },
                },
            },
            cancellationToken: cancellationToken);
        await client.ModifyPrincipalTagAttributeMapAsync(
            poolId, UserPool, map => map with { UseDefaults = true }, cancellationToken: cancellationToken);
        return emulator;
    }
}
