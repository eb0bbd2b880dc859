using CognitoIdentity.Testing;
using WebApi.SignIn;

namespace WebApi.Emulation;

/// <summary>Amazon Cognito identity pools and AWS Security Token Service, in this process.</summary>
internal sealed class EmulatedAws : IAsyncDisposable
{
    private readonly CognitoIdentityEmulator _pools;
    private readonly SecurityTokenServiceStub _securityTokenService;

    private EmulatedAws(CognitoIdentityEmulator pools, SecurityTokenServiceStub securityTokenService)
    {
        _pools = pools;
        _securityTokenService = securityTokenService;
    }

    /// <summary>Starts both, and redirects the application to them.</summary>
    public static async Task<EmulatedAws> StartAsync(WebApplicationBuilder builder, TokenIssuer issuer)
    {
        var pools = await CognitoIdentityEmulator.StartAsync(new()
        {
            Regions = ["us-east-1", "eu-central-1"],
            TrustedIssuers = [new(issuer.ProviderName) { Issuer = issuer.Issuer, Keys = issuer.PublicKeys }],
            RejectUnsignedTokens = true,
        });
        pools.Seed(EmulatedPools.Customers(builder.Configuration["Customers:IdentityPoolId"]!, issuer.ProviderName));
        pools.Seed(EmulatedPools.Partners(builder.Configuration["Partners:IdentityPoolId"]!, issuer.ProviderName));
        builder.Services.AddSingleton(pools);
        builder.Services.UseCognitoIdentityEmulator(pools);

        var securityTokenService = await SecurityTokenServiceStub.StartAsync(pools);
        builder.Configuration["SecurityTokenService:ServiceUrl"] = securityTokenService.Address;
        Console.WriteLine($"AWS is emulated. What the emulator sees and does: {pools.ConsoleAddress}");
        return new(pools, securityTokenService);
    }

    public async ValueTask DisposeAsync()
    {
        await _securityTokenService.DisposeAsync();
        await _pools.DisposeAsync();
    }
}
