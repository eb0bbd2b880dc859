using Amazon.Runtime;
using CognitoIdentity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Client:Region"] = "us-east-1",
        ["Client:Endpoint"] = args[0],
        ["Credentials:IdentityPoolId"] = args[1],
    })
    .Build();
var services = new ServiceCollection();
services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
services.AddDistributedMemoryCache();
services.AddDistributedCacheIdentityIdStore();
services.AddCognitoIdentity(configuration.GetSection("Client"));
services.AddCognitoIdentityCredentials(configuration.GetSection("Credentials"));
await using var provider = services.BuildServiceProvider();

var session = await provider.GetRequiredService<CognitoIdentityCredentials>().GetSessionAsync();
Console.Write(session.IdentityId.StartsWith("us-east-1:", StringComparison.Ordinal) ? "Anonymous" : "No session");

var client = provider.GetRequiredService<ICognitoIdentityClient>();
var pool = await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = args[1] });
Console.Write(pool.IdentityPoolName == "native" ? ", signed" : ", not described");

try
{
    await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = "us-east-1:00000000-0000-0000-0000-000000000000" });
}
catch (ResourceNotFoundException)
{
    Console.WriteLine(", refused");
}
