using CognitoIdentity;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddCognitoIdentity(options => options.Region = "us-east-1");
var app = builder.Build();
app.MapGet("/guests/{poolId}", async (string poolId, ICognitoIdentityClient client, CancellationToken cancellationToken) =>
    (await client.GetIdAsync(new() { IdentityPoolId = poolId }, cancellationToken)).IdentityId);
app.Run();
