using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace WebApi.Aws;

/// <param name="Account">The AWS account.</param>
/// <param name="Arn">The assumed role and its session.</param>
/// <param name="Role">The name of the IAM role.</param>
internal sealed record CallerResponse(string Account, string Arn, string Role);

/// <summary>Calls AWS Security Token Service as a user: the example of an AWS client, in the place of S3 or DynamoDB.</summary>
internal sealed class SecurityTokenService(AmazonSecurityTokenServiceConfig config)
{
    public async Task<CallerResponse> GetCallerAsync(AWSCredentials credentials, CancellationToken cancellationToken)
    {
        // A client is cheap: the AWS SDK shares the connections of clients with the same settings.
        using var client = new AmazonSecurityTokenServiceClient(credentials, config);
        var caller = await client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);

        // arn:aws:sts::123456789012:assumed-role/shop-admin/CognitoIdentityCredentials
        return new(caller.Account, caller.Arn, caller.Arn.Split('/')[1]);
    }
}

internal static class SecurityTokenServices
{
    public static void AddSecurityTokenService(this IServiceCollection services)
    {
        services.AddSingleton(new AmazonSecurityTokenServiceConfig { RegionEndpoint = RegionEndpoint.USEast1 });
        services.AddSingleton<SecurityTokenService>();
    }
}
