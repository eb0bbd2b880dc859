using Amazon.Runtime;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests.Support;

/// <summary>The emulator as a process, which a client calls and a signal ends.</summary>
internal static class RunningTool
{
    /// <summary>Starts the tool, creates a pool and a guest, and stops the tool.</summary>
    /// <returns>The exit code of the tool.</returns>
    public static async Task<int> ServeAsync(string folder, string command)
    {
        // A program inherits the signals that its parents ignore: how the tests are started must not decide whether the tool stops.
        // Not every env can restore them.
        var start = ExternalProgram.CanRun("env", "--default-signal=TERM", "true")
            ? DotNet.Start(folder, "env", "--default-signal=TERM", command)
            : DotNet.Start(folder, command);
        await using var tool = RunningProgram.Start(start);
        var line = await tool.ReadLineAsync();
        var key = EmulatorAccessKey.Example;
        using var client = new CognitoIdentityClient(new()
        {
            Region = "us-east-1",
            Endpoint = new(Assert.IsType<string>(line).Split(' ')[2]),
            Credentials = new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey),
        });
        var pool = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "tool", AllowUnauthenticatedIdentities = true });
        var guest = await client.GetIdAsync(new() { IdentityPoolId = pool.IdentityPoolId });
        Assert.StartsWith("us-east-1:", guest.IdentityId, StringComparison.Ordinal);
        // A token is signed by the runtime's own cryptography.
        var token = await client.GetOpenIdTokenAsync(new() { IdentityId = guest.IdentityId });
        Assert.Equal(3, token.Token.Split('.').Length);

        return await tool.StopAsync("TERM");
    }
}
