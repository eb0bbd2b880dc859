using System.Net;
using Amazon.Runtime;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoIdentity.Testing.Tests.Setup;

public class ClientTests
{
    [Fact]
    public async Task Client_of_the_emulator_calls_it_with_its_clock_and_credentials()
    {
        await using var service = await TestEmulator.StartAsync();
        using var client = service.Emulator.CreateClient();
        var pool = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true });
        var id = await client.GetIdAsync(new() { IdentityPoolId = pool.IdentityPoolId });
        Assert.StartsWith("us-east-1:", id.IdentityId, StringComparison.Ordinal);
        Assert.Equal([true, false], service.Emulator.Requests.Select(request => request.IsSigned));
    }

    [Fact]
    public async Task Client_with_a_temporary_key_of_the_emulator_is_accepted()
    {
        await using var service = await TestEmulator.StartAsync(
            options => options.AccessKeys = [new EmulatorAccessKey("ASIATEST", "secret") { SessionToken = "session" }]);
        using var client = service.Emulator.CreateClient();
        Assert.Empty((await client.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("session/+token==")]
    public async Task Client_that_signs_in_the_query_string_is_accepted(string? token)
    {
        await using var service = await TestEmulator.StartAsync(
            options => options.AccessKeys = [new EmulatorAccessKey("AKIATEST", "secret") { SessionToken = token }]);
        using var client = service.Emulator.CreateClient(options => options.SignatureLocation = SignatureLocation.QueryString);

        Assert.Empty((await client.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);

        var request = service.Emulator.Requests.Single();
        Assert.True(request.IsSigned);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
    }

    [Fact]
    public async Task Client_that_signs_in_the_query_string_with_another_secret_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        using var client = service.Emulator.CreateClient(options =>
        {
            options.SignatureLocation = SignatureLocation.QueryString;
            options.Credentials = new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "another");
        });

        await Assert.ThrowsAsync<InvalidSignatureException>(() => client.ListIdentityPoolsAsync(new() { MaxResults = 1 }));
    }

    [Fact]
    public async Task Client_in_process_needs_no_network()
    {
        await using var service = await TestEmulator.StartAsync();
        var options = new CognitoIdentityClientOptions
        {
            Region = "us-east-1",
            Credentials = service.Emulator.Credentials,
            TimeProvider = service.Time,
        };
        using var handler = service.Emulator.CreateHandler();
        using var client = new CognitoIdentityClient(options, handler);
        Assert.Empty((await client.ListIdentityPoolsAsync(new() { MaxResults = 1 })).IdentityPools);
        Assert.Equal("cognito-identity.us-east-1.amazonaws.com", service.Emulator.Requests.Single().Headers["Host"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Applications_own_registration_is_redirected_before_or_after_it(bool redirectFirst)
    {
        await using var service = await TestEmulator.StartAsync(options => options.Regions = ["us-east-1", "eu-central-1"]);
        var services = new ServiceCollection();
        if (redirectFirst)
        {
            services.UseCognitoIdentityEmulator(service.Emulator);
        }

        services.AddCognitoIdentity(options =>
        {
            options.Region = "eu-central-1";
            options.UseDualStackEndpoint = true;
            options.ApplicationId = "application";
        });
        if (!redirectFirst)
        {
            services.UseCognitoIdentityEmulator(service.Emulator);
        }

        await using var provider = services.BuildServiceProvider();

        var pool = await provider.GetRequiredService<ICognitoIdentityClient>()
            .CreateIdentityPoolAsync(new() { IdentityPoolName = "Pool", AllowUnauthenticatedIdentities = true });

        Assert.StartsWith("eu-central-1:", pool.IdentityPoolId, StringComparison.Ordinal);
        Assert.Contains("app/application", service.Emulator.Requests.Single().Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public Task Emulator_on_all_addresses_has_an_endpoint_for_this_machine() => AssertEndpointIsLocalAsync(IPAddress.Any);

    [IPv6Fact]
    public Task Emulator_on_all_addresses_of_ipv6_has_an_endpoint_for_this_machine() => AssertEndpointIsLocalAsync(IPAddress.IPv6Any);

    [NetworkFact]
    public async Task Emulator_on_an_address_beyond_loopback_can_be_called_by_its_clients()
    {
        await using var service = await TestEmulator.StartAsync(options => options.Address = NetworkFactAttribute.Address!);
        Assert.False(service.Emulator.Endpoint.IsLoopback);
        await AssertClientsWorkAsync(service);
    }

    [Fact]
    public async Task Registration_for_a_region_that_the_emulator_does_not_have_gets_the_emulators()
    {
        await using var service = await TestEmulator.StartAsync();
        var services = new ServiceCollection();
        services.AddCognitoIdentity(options => options.Region = "eu-central-1");
        services.UseCognitoIdentityEmulator(service.Emulator);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(new() { MaxResults = 1 });
        Assert.Contains("/us-east-1/", service.Emulator.Requests.Single().Headers["Authorization"], StringComparison.Ordinal);
    }

    private static async Task AssertEndpointIsLocalAsync(IPAddress address)
    {
        await using var service = await TestEmulator.StartAsync(options => options.Address = address);
        Assert.Equal("127.0.0.1", service.Emulator.Endpoint.Host);
        await AssertClientsWorkAsync(service);
    }

    private static async Task AssertClientsWorkAsync(TestEmulator service)
    {
        using var client = service.Emulator.CreateClient();
        await client.ListIdentityPoolsAsync(new() { MaxResults = 1 });

        var services = new ServiceCollection();
        services.AddCognitoIdentity();
        services.UseCognitoIdentityEmulator(service.Emulator);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(new() { MaxResults = 1 });
        Assert.Equal(2, service.Emulator.Requests.Count);
    }
}
