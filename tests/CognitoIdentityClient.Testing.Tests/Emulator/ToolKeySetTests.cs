using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The JSON Web Key Sets that a tool reads.</summary>
public sealed class ToolKeySetTests : ToolTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-secret")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":"a-secret"}""")]
    public async Task Key_set_that_cannot_be_read_is_an_error_at_the_start(string? content)
    {
        var keys = Path.Combine(Folder, "keys.json");
        if (content is not null)
        {
            await File.WriteAllTextAsync(keys, content);
        }

        var (exitCode, output, errors) = await ToolProcess.RunAsync("--jwks", $"login.example.com={keys}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"The JSON Web Key Set '{keys}' cannot be read: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.DoesNotContain("a-secret", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_set_at_an_address_that_does_not_respond_is_an_error_at_the_start()
    {
        using var port = new RefusingPort();
        var address = new Uri(port.Endpoint, "keys").AbsoluteUri;
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--jwks", $"login.example.com={address}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"The JSON Web Key Set '{address}' cannot be read: ", errors, StringComparison.Ordinal);
    }

    [UnixFact("Windows has no signals to send.")]
    [UnsupportedOSPlatform("windows")]
    public async Task Tool_that_is_not_ready_yet_stops_at_a_signal_and_leaves_nothing_behind()
    {
        // It accepts connections and never responds.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var file = Path.Combine(Folder, "state.json");
        await using var tool =
            ToolProcess.Launch("--data", file, "--jwks", $"login.example.com=http://{silent.LocalEndpoint}/keys");
        using var connection = await silent.AcceptTcpClientAsync().WithinSafetyLimit();
        Assert.Equal(1, await tool.StopAsync());
        Assert.Equal("The emulator was stopped before it was ready.", await tool.ReadErrorAsync());
        Assert.Empty(Directory.GetFiles(Folder));
    }

    // As after a restart of a user pool that is emulated.
    [Fact]
    public async Task Key_set_is_read_again_when_a_token_has_a_new_key()
    {
        var keys = Path.Combine(Folder, "keys.json");
        await File.WriteAllTextAsync(keys, KeySetJson().Replace("\"kid\":\"test\"", "\"kid\":\"former\"", StringComparison.Ordinal));
        await using var tool = await ToolProcess.StartAsync("--jwks", $"login.example.com={keys}");
        using var client = tool.CreateClient();
        var pool = await client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "Pool",
            AllowUnauthenticatedIdentities = true,
            OpenIdConnectProviderARNs = ["arn:aws:iam::123456789012:oidc-provider/login.example.com"],
        });
        await File.WriteAllTextAsync(keys, KeySetJson());
        var token = JwtKey.Provider.Sign("https://login.example.com", "app", "alice", TimeProvider.System.GetUtcNow());
        await client.GetIdAsync(new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            Logins = new Dictionary<string, string> { ["login.example.com"] = token },
        });
    }
}
