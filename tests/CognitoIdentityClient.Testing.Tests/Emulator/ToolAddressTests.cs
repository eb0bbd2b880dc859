namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The address that a tool listens at.</summary>
public sealed class ToolAddressTests : ToolTest
{
    [Fact]
    public async Task Address_of_another_machine_is_an_error()
    {
        // An address for documentation, which this machine should not have as its own: https://www.rfc-editor.org/rfc/rfc5737
        var (exitCode, output, errors) = await ToolProcess.RunAsync("--host", "192.0.2.1");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("Failed to bind to 192.0.2.1:0: ", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Tool_on_all_addresses_names_one_that_a_client_can_use()
    {
        await using var tool = await ToolProcess.StartAsync("--host=0.0.0.0");
        Assert.Equal("127.0.0.1", tool.Endpoint.Host);
        using var client = tool.CreateClient();
        Assert.Empty((await client.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);
    }

    [Fact]
    public async Task Port_that_is_taken_is_an_error()
    {
        await using var tool = await ToolProcess.StartAsync();
        var (exitCode, _, errors) = await ToolProcess.RunAsync("--port", $"{tool.Endpoint.Port}");
        Assert.Equal(1, exitCode);
        Assert.Contains("address already in use", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tool_without_options_listens_on_loopback_and_says_how_to_reach_it()
    {
        await using var tool = await ToolProcess.StartAsync();
        Assert.Equal("127.0.0.1", tool.Endpoint.Host);
        Assert.Contains($"--endpoint-url {tool.Endpoint}", tool.FirstOutput, StringComparison.Ordinal);
        Assert.Contains($"boto3.client('cognito-identity', endpoint_url='{tool.Endpoint}')", tool.FirstOutput, StringComparison.Ordinal);
        Assert.Contains($"Endpoint = new(\"{tool.Endpoint}\")", tool.FirstOutput, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal("""{"status":"ok"}""", await http.GetStringAsync(new Uri(tool.Endpoint, "health")));
    }
}
