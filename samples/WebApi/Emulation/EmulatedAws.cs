using Amazon;
using Amazon.SecurityToken;
using CognitoIdentity.Testing;
using WebApi.SignIn;

namespace WebApi.Emulation;

/// <summary>Amazon Cognito identity pools and AWS Security Token Service, in this process.</summary>
internal static class EmulatedAws
{
    /// <summary>Starts the emulator with the pools of the configuration, and redirects the application to it.</summary>
    public static async Task<CognitoIdentityEmulator> StartAsync(WebApplicationBuilder builder, TokenIssuer issuer)
    {
        var emulator = await CognitoIdentityEmulator.StartAsync(new()
        {
            Regions = ["us-east-1", "eu-central-1"],
            TrustedIssuers = [new(issuer.ProviderName) { Issuer = issuer.Issuer, Keys = issuer.PublicKeys }],
            RejectUnsignedTokens = true,
        });
        emulator.Seed(EmulatedPools.Customers(builder.Configuration["Customers:IdentityPoolId"]!, issuer.ProviderName));
        emulator.Seed(EmulatedPools.Partners(builder.Configuration["Partners:IdentityPoolId"]!, issuer.ProviderName));

        builder.Services.AddSingleton(emulator);
        builder.Services.UseCognitoIdentityEmulator(emulator);
        builder.Services.AddSingleton(new AmazonSecurityTokenServiceConfig
        {
            RegionEndpoint = RegionEndpoint.USEast1,
            HttpClientFactory = new SingleHandlerFactory(new SecurityTokenServiceStub(emulator)),
        });
        return emulator;
    }
}
