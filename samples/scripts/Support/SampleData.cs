using CognitoIdentity;
using CognitoIdentity.Testing;

namespace Scripts;

/// <summary>What is in the emulator of the scripts: the same in every run, ids too, so that a token of one run is good in the next.</summary>
internal static class SampleData
{
    private const string Provider = "login.example.com";
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_ExamplePo";

    public static async Task<CognitoIdentityEmulator> StartEmulatorAsync(CancellationToken cancellationToken)
    {
        var emulator = await CognitoIdentityEmulator.StartAsync(new() { RandomSeed = 1 }, cancellationToken);
        // A year ago: the pool, its guests of then and its users.
        emulator.TimeProvider = new StoppedClock(DateTimeOffset.UtcNow.AddYears(-1));
        var pool = await MakePoolAsync(emulator, cancellationToken);
        await AddGuestsAsync(emulator, pool, 240, cancellationToken);
        // Now: the guests of today.
        emulator.TimeProvider = TimeProvider.System;
        await AddGuestsAsync(emulator, pool, 60, cancellationToken);
        return emulator;
    }

    private static async Task<string> MakePoolAsync(CognitoIdentityEmulator emulator, CancellationToken cancellationToken)
    {
        using var client = emulator.CreateClient();
        var pool = await client.CreateIdentityPoolAsync(
            new()
            {
                IdentityPoolName = "Sample pool",
                AllowUnauthenticatedIdentities = true,
                DeveloperProviderName = Provider,
                CognitoIdentityProviders = [new() { ClientId = "exampleclient", ProviderName = UserPool, ServerSideTokenCheck = true }],
                SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "example.apps.googleusercontent.com" },
                IdentityPoolTags = new Dictionary<string, string> { ["stage"] = "test" },
            },
            cancellationToken);
        await client.SetIdentityPoolRolesAsync(
            new()
            {
                IdentityPoolId = pool.IdentityPoolId,
                Roles = new Dictionary<RoleType, string>
                {
                    [RoleType.Authenticated] = "arn:aws:iam::123456789012:role/user",
                    [RoleType.Unauthenticated] = "arn:aws:iam::123456789012:role/guest",
                },
                RoleMappings = new Dictionary<string, RoleMapping>
                {
                    [$"{UserPool}:exampleclient"] = new() { Type = RoleMappingType.Token, AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny },
                },
            },
            cancellationToken);
        await client.SetPrincipalTagAttributeMapAsync(
            new() { IdentityPoolId = pool.IdentityPoolId, IdentityProviderName = UserPool, UseDefaults = true },
            cancellationToken);
        foreach (var user in (string[])["alice", "bob"])
        {
            await client.GetOpenIdTokenForDeveloperIdentityAsync(
                new() { IdentityPoolId = pool.IdentityPoolId, Logins = new Dictionary<string, string> { [Provider] = user } },
                cancellationToken);
        }

        return pool.IdentityPoolId;
    }

    private static async Task AddGuestsAsync(CognitoIdentityEmulator emulator, string poolId, int count, CancellationToken cancellationToken)
    {
        using var client = emulator.CreateClient();
        for (var i = 0; i < count; i++)
        {
            await client.GetIdAsync(new() { IdentityPoolId = poolId }, cancellationToken);
        }
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
