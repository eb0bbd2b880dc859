using Amazon.Runtime;
using CognitoIdentity;
using Microsoft.Extensions.DependencyInjection;

var endpoint = new Uri(args[0]);
var poolId = args[1];
await using var services = new ServiceCollection()
    .AddCognitoIdentity(options =>
    {
        options.Region = "us-east-1";
        options.Endpoint = endpoint;
        options.Credentials = new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    })
    .Services
    .BuildServiceProvider();
var client = services.GetRequiredService<ICognitoIdentityClient>();

var guest = await client.GetIdAsync(new() { IdentityPoolId = poolId });
Console.WriteLine($"Identity {guest.IdentityId}");

// A signed call, and credentials for other AWS clients.
var pool = await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = poolId });
var credentials = await new CognitoIdentityCredentials(new() { IdentityPoolId = poolId }, client).GetCredentialsAsync();
return pool.IdentityPoolId == poolId && credentials.UseToken ? 0 : 1;
