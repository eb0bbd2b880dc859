// The declarations that every block of code in the documents may use. This file is compiled with each block and is not part of the tests.
// A block that cannot be compiled says why in a comment before it: <!-- code: not compiled, because … -->.
#pragma warning disable
global using Amazon;
global using Amazon.DynamoDBv2;
global using Amazon.Extensions.NETCore.Setup;
global using Amazon.Runtime;
global using Amazon.S3;
global using CognitoIdentity;
global using CognitoIdentity.Testing;
global using Microsoft.AspNetCore.Builder;
global using Microsoft.AspNetCore.Hosting;
global using Microsoft.AspNetCore.Http;
global using Microsoft.AspNetCore.TestHost;
global using Microsoft.Extensions.Configuration;
global using Microsoft.Extensions.DependencyInjection;
global using Microsoft.Extensions.Hosting;
global using Polly;
global using Polly.CircuitBreaker;
global using Xunit;
global using static Reader;

// Names stand for what their types say; a block that declares the same name hides them.
public static class Reader
{
    public static WebApplicationBuilder builder => default!;
    public static IServiceCollection services => default!;
    public static IConfiguration configuration => default!;
    public static CognitoIdentityEmulator emulator => default!;
    public static ICognitoIdentityClient client => default!;
    public static ICognitoIdentityClient backend => default!;
    public static CognitoIdentityCredentials credentials => default!;
    public static CognitoIdentityClientOptions options => default!;
    public static ResiliencePipeline<object> hedging => default!;
    public static CancellationToken cancellationToken => default;
    public static ListIdentitiesRequest request => default!;
    public static IReadOnlyDictionary<string, string> logins => default!;
    public static Progress progress => default!;
    public static List<string> ids => default!;
    public static string id => default!;
    public static string poolId => default!;
    public static string identityPoolId => default!;
    public static string? identityId => default!;
    public static string idToken => default!;
    public static string accessToken => default!;

    public static Task<string> GetIdTokenAsync(CancellationToken cancellationToken) => default!;
    public static Task<DeveloperIdentity> AskBackendAsync(
        ICognitoIdentityClient backend, string poolId, string? identityId, CancellationToken cancellationToken) => default!;
    public static Task SaveForLaterAsync(IEnumerable<string> ids) => default!;

    public sealed class Progress : IProgress<BulkDeleteIdentitiesProgress>, IProgress<PurgeIdentitiesProgress>
    {
        public void Report(BulkDeleteIdentitiesProgress value) { }
        public void Report(PurgeIdentitiesProgress value) { }
    }
}

public sealed class YourHandler : DelegatingHandler;

// samples/Credentials has the real one.
public static class SamplePool
{
    public const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_example";
    public static Task<string> GetTokenAsync(string user, CancellationToken cancellationToken) => default!;
}

// Packages that the tests do not reference.
namespace Amazon.S3
{
    public sealed class AmazonS3Client(AWSCredentials credentials, RegionEndpoint region) : IDisposable
    {
        public void Dispose() { }
    }
}

namespace Amazon.DynamoDBv2
{
    public interface IAmazonDynamoDB : IAmazonService
    {
        static ClientConfig IAmazonService.CreateDefaultClientConfig() => default!;
        static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) => default!;
    }
}

namespace Microsoft.AspNetCore.TestHost
{
    public static class WebHostBuilderExtensions
    {
        public static IWebHostBuilder ConfigureTestServices(this IWebHostBuilder builder, Action<IServiceCollection> configure) => default!;
    }
}
