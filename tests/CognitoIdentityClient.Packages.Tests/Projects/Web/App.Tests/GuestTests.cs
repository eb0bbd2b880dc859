using CognitoIdentity.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

public sealed class GuestTests
{
    [Fact]
    public async Task Application_asks_the_emulator_for_a_guest()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var poolId = emulator.Seed(new() { Name = "web" });
        await using var application = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services => services.UseCognitoIdentityEmulator(emulator)));

        var identityId = await application.CreateClient().GetStringAsync($"/guests/{poolId}");

        Assert.StartsWith("us-east-1:", identityId);
        Assert.Single(emulator.Requests);
    }
}
