using Amazon.Extensions.NETCore.Setup;
using Amazon.Runtime;
using Amazon.SecurityToken;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WireMock.ResponseBuilders;

namespace CognitoIdentity.Tests.DependencyInjection;

/// <summary>The recipes of the configuration guide for AWSSDK.Extensions.NETCore.Setup.</summary>
public sealed class AwsOptionsTests
{
    [Fact]
    public async Task Client_takes_region_and_credentials_of_AWS_options()
    {
        using var primary = new ScriptedHandler(CannedResponse.Ok);
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["AWS:Region"] = "eu-west-3" }).Build();

        services.AddDefaultAWSOptions(configuration.GetAWSOptions());
        services.AddCognitoIdentity((provider, options) => options.Region = provider.GetRequiredService<AWSOptions>().Region?.SystemName)
            .ConfigurePrimaryHttpMessageHandler(() => primary);
        services.AddSingleton<AWSCredentials>(provider => provider.GetRequiredService<AWSOptions>().GetCredentials());

        await using var provider = services.BuildServiceProvider(validateScopes: true);
        provider.GetRequiredService<AWSOptions>().Credentials = new BasicAWSCredentials("AKIDAWSOPTIONS", "secret");
        await provider.GetRequiredService<ICognitoIdentityClient>().ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal("cognito-identity.eu-west-3.amazonaws.com", primary.Request.Uri.Host);
        Assert.Contains("Credential=AKIDAWSOPTIONS/", primary.Request["Authorization"]);
    }

    [Fact]
    public async Task AWS_service_signs_with_the_credentials_of_the_pools_user()
    {
        const string Body = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn</Arn>
            </GetCallerIdentityResult></GetCallerIdentityResponse>
            """;
        using var sts = StubServer.Start(Response.Create().WithHeader("Content-Type", "text/xml").WithBody(Body));
        using var primary = new ScriptedHandler(CannedResponse.Body("""
            {
              "IdentityId": "us-east-1:1",
              "Credentials": { "AccessKeyId": "ASIAPOOLUSER", "SecretKey": "secret", "SessionToken": "session", "Expiration": 4102444800 }
            }
            """));
        var services = new ServiceCollection();
        services.AddCognitoIdentity().ConfigurePrimaryHttpMessageHandler(() => primary);

        services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = TestClient.PoolId);
        services.AddDefaultAWSOptions(
            provider => new AWSOptions { Credentials = provider.GetRequiredService<CognitoIdentityCredentials>() });
        services.AddAWSService<IAmazonSecurityTokenService>();

        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var options = provider.GetRequiredService<AWSOptions>();
        (options.DefaultClientConfig.ServiceURL, options.DefaultClientConfig.AuthenticationRegion) = (sts.Url, "us-east-1");
        await provider.GetRequiredService<IAmazonSecurityTokenService>().GetCallerIdentityAsync(new());

        var request = Assert.Single(sts.LogEntries).RequestMessage!;
        Assert.Contains("Credential=ASIAPOOLUSER/", Assert.Single(request.Headers!["Authorization"]), StringComparison.Ordinal);
    }
}
