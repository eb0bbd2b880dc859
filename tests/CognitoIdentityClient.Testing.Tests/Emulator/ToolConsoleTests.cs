namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The tool says where its page is, and can do without it.</summary>
public class ToolConsoleTests
{
    [Fact]
    public async Task Tool_prints_the_address_of_its_page_and_serves_it_there()
    {
        await using var tool = await ToolProcess.StartAsync();
        Assert.Contains($"See what happens at {tool.Endpoint}_emulator/\n", tool.FirstOutput, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Contains("<title>", await http.GetStringAsync(new Uri(tool.Endpoint, "_emulator/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tool_serves_no_page_when_the_control_api_is_off()
    {
        await using var tool = await ToolProcess.StartAsync("--no-control");
        Assert.Contains("The control API is off.", tool.FirstOutput, StringComparison.Ordinal);
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(tool.Endpoint, "_emulator/"));
        Assert.Equal(404, (int)response.StatusCode);
    }
}
